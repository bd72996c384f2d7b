package dev.arena.web;

import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportService;
import dev.arena.core.exchange.Source;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

/** An arena whose prompt and responses have files, all of them full of their makers' names. */
final class MediaArena {
    static final String MAKER = "sentinel-maker-6d1c";

    /** A picture of one pixel. */
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private MediaArena() {}

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] u32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    private static byte[] u32le(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    /** PNG with text and EXIF; the checksums of chunks that go are not looked at. */
    static byte[] png() {
        byte[] text = latin("Software\0" + MAKER);
        byte[] exif = latin("MM\0*" + MAKER);
        byte[] head = Arrays.copyOf(PIXEL, 33);
        byte[] rest = Arrays.copyOfRange(PIXEL, 33, PIXEL.length);
        return join(
                head,
                u32(text.length),
                latin("tEXt"),
                text,
                new byte[4],
                u32(exif.length),
                latin("eXIf"),
                exif,
                new byte[4],
                rest);
    }

    /** The same without. */
    static byte[] cleanPng() {
        return PIXEL.clone();
    }

    static byte[] wav() {
        byte[] info = latin("INFOISFT" + MAKER + "x");
        byte[] sound = new byte[1 << 11];
        new Random(4).nextBytes(sound);
        byte[] body = join(
                latin("WAVEfmt "),
                u32le(16),
                new byte[] {1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0},
                latin("LIST"),
                u32le(info.length),
                info,
                new byte[info.length % 2],
                latin("data"),
                u32le(sound.length),
                sound);
        return join(latin("RIFF"), u32le(body.length), body);
    }

    private static byte[] mp3() {
        byte[] frame = new byte[417];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        byte[] maker = latin("TSSE" + MAKER);
        return join(latin("ID3\3\0\0\0\0\0"), new byte[] {(byte) maker.length}, maker, frame, frame, frame);
    }

    private static byte[] box(String type, byte[]... content) {
        byte[] body = join(content);
        return join(u32(body.length + 8), latin(type), body);
    }

    private static byte[] mp4() {
        byte[] handler = box("hdlr", new byte[8], latin("vide"), new byte[12], latin(MAKER), new byte[1]);
        return join(
                box("ftyp", latin("isom"), new byte[4]),
                box("moov", box("trak", box("mdia", handler)), box("udta", box("meta", latin(MAKER)))),
                box("mdat", new byte[100]));
    }

    private static String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><title>" + MAKER
                + "</title><script>alert('" + MAKER + "')</script><rect id=\"" + MAKER
                + "\" width=\"4\" height=\"4\" onclick=\"x()\"/>"
                + "<circle cx=\"1\" cy=\"2\" r=\"1\"/>".repeat(200) + "</svg>";
    }

    /** Imports into a new store: the prompt has a picture, one response all kinds, the other a drawing. */
    static InMemoryArenaStore store(Path folder) {
        try {
            Files.write(folder.resolve("sentinel-file.png"), png());
            Files.write(folder.resolve("sentinel-a.wav"), wav());
            Files.write(folder.resolve("sentinel-a.mp3"), mp3());
            Files.write(folder.resolve("sentinel-a.mp4"), mp4());
            Files.writeString(folder.resolve("sentinel-b.svg"), svg());
            Path rows = Files.writeString(folder.resolve("sentinel-rows.jsonl"), """
                    {"id": "sentinel-key", "prompt": "Draw it.", "attachments": ["sentinel-file.png"]}
                    """);
            Path responses = Files.writeString(folder.resolve("sentinel-responses.jsonl"), """
                    {"prompt_id": "sentinel-key", "model": "sentinel-model-a", "response": "Here: by Sentinel Model A.", "attachments": ["sentinel-file.png", "sentinel-a.wav", "sentinel-a.mp3", "sentinel-a.mp4"]}
                    {"prompt_id": "sentinel-key", "model": "sentinel-model-b", "response": "I am sentinel-model-b, made by OpenAI. **Sen**tinel-model-a is worse.", "attachments": ["sentinel-b.svg"]}
                    """);
            InMemoryArenaStore store = new InMemoryArenaStore(new Random(TestArena.SEED));
            var unused = new ImportService(store, InstantSource.fixed(TestArena.NOW), new Random(1))
                    .run(ImportRequest.of(Source.file(rows), Source.file(responses)), Progress.silent());
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
