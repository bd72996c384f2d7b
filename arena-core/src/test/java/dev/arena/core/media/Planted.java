package dev.arena.core.media;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Small real files of every type, with the name of their maker in every place for metadata. */
public final class Planted {
    /** What no cleaned file may hold. */
    public static final String MAKER = "maker-7f3a";

    private Planted() {}

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] u32(long value) {
        return CleanBytes.u32(value);
    }

    static byte[] u32le(long value) {
        return CleanBytes.u32le(value);
    }

    /** A picture of noise, seed 7. */
    static BufferedImage picture() {
        BufferedImage picture = new BufferedImage(23, 17, BufferedImage.TYPE_INT_RGB);
        Random chance = new Random(7);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, chance.nextInt(1 << 24));
            }
        }
        return picture;
    }

    static byte[] encoded(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(picture(), format, bytes)) {
                throw new IllegalStateException("no writer of " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(latin(type));
        crc.update(data);
        return join(u32(data.length), latin(type), data, u32(crc.getValue()));
    }

    /** PNG with text, EXIF, content credentials, time and a tail; its data are those of {@link #encoded}. */
    public static byte[] png() {
        byte[] plain = encoded("png");
        byte[] head = slice(plain, 0, 33);
        byte[] rest = slice(plain, 33, plain.length);
        return join(
                head,
                chunk("tEXt", latin("Software\0" + MAKER)),
                chunk("iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + MAKER)),
                chunk("zTXt", latin("parameters\0\0" + MAKER)),
                chunk("eXIf", latin("MM\0*" + MAKER)),
                chunk("caBX", latin(MAKER)),
                chunk("tIME", new byte[7]),
                chunk("prVt", latin(MAKER)),
                rest,
                latin("PK" + MAKER));
    }

    /** JPEG with EXIF, XMP, a comment, a foreign segment, a second profile of another maker, and a tail. */
    static byte[] jpeg() {
        byte[] plain = encoded("jpg");
        return join(
                slice(plain, 0, 2),
                segment(0xE1, "Exif\0\0MM\0*" + MAKER),
                segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x>" + MAKER + "</x>"),
                segment(0xED, "Photoshop 3.0\0" + MAKER),
                segment(0xEB, "JP\0\0c2pa" + MAKER),
                segment(0xFE, MAKER),
                slice(plain, 2, plain.length),
                latin(MAKER));
    }

    private static byte[] segment(int marker, String text) {
        int length = text.length() + 2;
        return join(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, latin(text));
    }

    /** GIF with a comment, a block of another program and a tail; its picture is that of {@link #encoded}. */
    static byte[] gif() {
        byte[] plain = encoded("gif");
        int table = (plain[10] & 0x80) == 0 ? 0 : 3 << ((plain[10] & 7) + 1);
        int start = 13 + table;
        byte[] maker = latin(MAKER);
        byte[] comment = join(new byte[] {0x21, (byte) 0xFE, (byte) maker.length}, maker, new byte[1]);
        byte[] program = join(
                new byte[] {0x21, (byte) 0xFF, 11},
                latin("XMP DataXMP"),
                new byte[] {(byte) maker.length},
                maker,
                new byte[1]);
        byte[] repeats = join(new byte[] {0x21, (byte) 0xFF, 11}, latin("NETSCAPE2.0"), new byte[] {3, 1, 0, 0, 0});
        byte[] gif = join(slice(plain, 0, start), comment, program, repeats, slice(plain, start, plain.length), maker);
        System.arraycopy(latin("GIF89a"), 0, gif, 0, 6);
        return gif;
    }

    /** WebP, a lossless picture of one pixel, with EXIF, XMP, a profile and an unknown chunk. */
    static byte[] webp() {
        byte[] pixel = {
            0x2F, 0x00, 0x00, 0x00, 0x10, 0x07, 0x10, 0x11, 0x11, (byte) 0x88, (byte) 0x88, (byte) 0xFE, 0x07, 0x00
        };
        byte[] extended = new byte[10];
        extended[0] = 0x2C;
        return riff(
                "WEBP",
                riffChunk("VP8X", extended),
                riffChunk("ICCP", profile()),
                riffChunk("VP8L", pixel),
                riffChunk("EXIF", latin("MM\0*" + MAKER)),
                riffChunk("XMP ", latin(MAKER)),
                riffChunk("C2PA", latin(MAKER)));
    }

    /** The colour profile of sRGB with the name of its maker in its description, its copyright and its header. */
    static byte[] profile() {
        ICC_Profile profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        byte[] bytes = profile.getData();
        ByteBuffer table = ByteBuffer.wrap(bytes);
        byte[] maker = latin(MAKER);
        for (int i = 0; i < table.getInt(128); i++) {
            String tag = new String(bytes, 132 + 12 * i, 4, StandardCharsets.ISO_8859_1);
            if (tag.equals("desc") || tag.equals("cprt")) {
                System.arraycopy(maker, 0, bytes, table.getInt(136 + 12 * i) + 12, maker.length);
            }
        }
        System.arraycopy(maker, 0, bytes, 84, maker.length);
        return bytes;
    }

    /** PNG of the same picture with that profile. */
    static byte[] profiledPng() {
        byte[] plain = encoded("png");
        Deflater deflater = new Deflater();
        deflater.setInput(profile());
        deflater.finish();
        byte[] packed = new byte[100_000];
        byte[] data = slice(packed, 0, deflater.deflate(packed));
        deflater.end();
        byte[] chunk = chunk("iCCP", join(latin(MAKER + "\0\0"), data));
        return join(slice(plain, 0, 33), chunk, slice(plain, 33, plain.length));
    }

    /** JPEG of the same picture with that profile in two parts. */
    static byte[] profiledJpeg() {
        byte[] plain = encoded("jpg");
        String profile = new String(profile(), StandardCharsets.ISO_8859_1);
        int behindJfif = 20;
        return join(
                slice(plain, 0, behindJfif),
                segment(0xE2, "ICC_PROFILE\0\1\2" + profile.substring(0, 1000)),
                segment(0xE2, "ICC_PROFILE\0\2\2" + profile.substring(1000)),
                slice(plain, behindJfif, plain.length));
    }

    static byte[] riffChunk(String type, byte[] data) {
        return join(latin(type), u32le(data.length), data, new byte[data.length % 2]);
    }

    static byte[] riff(String form, byte[]... chunks) {
        byte[] body = join(latin(form), join(chunks));
        return join(latin("RIFF"), u32le(body.length), body);
    }

    /** The samples of {@link #wav}. */
    static byte[] samples() {
        byte[] samples = new byte[800];
        new Random(7).nextBytes(samples);
        return samples;
    }

    /** WAV, 8 bits, one channel, with a list of information, ID3, a broadcast chunk and padding. */
    static byte[] wav() {
        byte[] format = {1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x40, 0x1F, 0, 0, 1, 0, 8, 0};
        byte[] software = latin(MAKER);
        return riff(
                "WAVE",
                riffChunk("fmt ", format),
                riffChunk("LIST", join(latin("INFOISFT"), u32le(software.length), software)),
                riffChunk("bext", software),
                riffChunk("data", samples()),
                riffChunk("id3 ", join(latin("ID3\4\0\0\0\0\0\13"), software)));
    }

    /** A frame of MPEG-1 layer 3 with 128 kbit/s at 44.1 kHz: 417 bytes, all of one value behind the head. */
    static byte[] frame(int value) {
        byte[] frame = new byte[417];
        Arrays.fill(frame, (byte) value);
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x90;
        frame[3] = 0;
        return frame;
    }

    /** MP3 with ID3 before and behind, an APE tag, and the name of a program in a frame without sound. */
    static byte[] mp3() {
        byte[] maker = latin("TSSE" + MAKER);
        byte[] tag = join(latin("ID3\3\0\0\0\0\0"), new byte[] {(byte) maker.length}, maker);
        byte[] info = frame(0);
        System.arraycopy(latin("Info"), 0, info, 36, 4);
        System.arraycopy(latin(MAKER), 0, info, 156, 9);
        byte[] old = Arrays.copyOf(latin("TAG" + MAKER), 128);
        byte[] ape = join(latin("APETAGEX"), new byte[24], latin(MAKER));
        return join(tag, info, frame(1), frame(2), tag, frame(3), ape, old);
    }

    /** A page of Ogg. */
    static byte[] page(int flags, int sequence, byte[]... packets) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            for (int rest = packet.length; rest >= 0; rest -= 255) {
                table.write(Math.min(rest, 255));
            }
        }
        byte[] page = join(
                latin("OggS\0"),
                new byte[] {(byte) flags},
                new byte[8],
                u32le(99),
                u32le(sequence),
                new byte[4],
                new byte[] {(byte) table.size()},
                table.toByteArray(),
                join(packets));
        System.arraycopy(u32le(OggCleaner.checksum(page)), 0, page, 22, 4);
        return page;
    }

    /** Ogg with Vorbis (or Opus) headers, and one page of sound. */
    static byte[] ogg(boolean vorbis) {
        byte[] maker = latin(MAKER);
        byte[] tag = latin("ENCODER=" + MAKER);
        byte[] comments = join(
                latin(vorbis ? "\3vorbis" : "OpusTags"),
                u32le(maker.length),
                maker,
                u32le(1),
                u32le(tag.length),
                tag,
                vorbis ? new byte[] {1} : new byte[0]);
        byte[] first = vorbis ? join(latin("\1vorbis"), new byte[23]) : join(latin("OpusHead"), new byte[11]);
        byte[] set = vorbis ? join(latin("\5vorbis"), new byte[300]) : new byte[] {9};
        return join(page(2, 0, first), page(0, 1, comments, set), page(4, 2, samples()));
    }

    /** A box of MP4. */
    static byte[] box(String type, byte[]... content) {
        byte[] body = join(content);
        return join(u32(body.length + 8L), latin(type), body);
    }

    /** MP4 of one track of that type, with metadata in every place known. */
    static byte[] mp4(String brand, String handler) {
        byte[] maker = latin(MAKER);
        byte[] times = {0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 9, 9, 9, 9, 9};
        byte[] entry = box("avc1", new byte[42], Arrays.copyOf(maker, 32), new byte[4], latin("avcC"));
        byte[] table =
                box("stbl", box("stsd", new byte[4], u32(1), entry), box("stco", new byte[12]), box("xtra", maker));
        byte[] media = box(
                "mdia",
                box("mdhd", times),
                box("hdlr", new byte[8], latin(handler), maker, new byte[2], maker, new byte[1]),
                box("minf", box("vmhd", new byte[12]), table));
        byte[] track = box("trak", box("tkhd", times), media, box("udta", maker), box("meta", maker));
        return join(
                box("ftyp", latin(brand), u32(0), latin("isom")),
                box("free", maker),
                box("moov", box("mvhd", times), track, box("udta", box("meta", box("ilst", maker)))),
                box("uuid", new byte[16], maker),
                box("mdat", samples()),
                box("emsg", maker));
    }

    /** An element of WebM whose length takes one byte, or eight. */
    static byte[] element(long id, byte[]... content) {
        byte[] body = join(content);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >> shift != 0) {
                head.write((int) (id >> shift & 0xFF));
            }
        }
        if (body.length < 127) {
            head.write(0x80 | body.length);
        } else {
            head.writeBytes(new byte[] {1, 0, 0, 0, 0});
            head.writeBytes(slice(u32(body.length), 1, 4));
        }
        return join(head.toByteArray(), body);
    }

    /** WebM with programs, a title, a date, tags, an attachment and filling that holds a name. */
    static byte[] webm() {
        byte[] maker = latin(MAKER);
        byte[] comments = join(latin("\3vorbis"), u32le(maker.length), maker, u32le(0), new byte[] {1});
        byte[] vorbis = join(
                new byte[] {2, 30, (byte) comments.length},
                latin("\1vorbis"),
                new byte[23],
                comments,
                latin("\5vorbis"));
        byte[] track = element(
                0xAE,
                element(0x63A2, vorbis),
                element(0xD7, new byte[] {1}),
                element(0x83, new byte[] {1}),
                element(0x536E, maker));
        return join(
                element(0x1A45DFA3L, element(0x4282, latin("webm"))),
                element(
                        0x18538067L,
                        element(
                                0x1549A966L,
                                element(0x2AD7B1, new byte[] {1}),
                                element(0x4D80, maker),
                                element(0x5741, maker),
                                element(0x7BA9, maker),
                                element(0x4461, new byte[] {1, 2, 3, 4, 5, 6, 7, 8})),
                        element(0x1654AE6BL, track),
                        element(0x1254C367L, element(0x7373, maker)),
                        element(0x1941A469L, maker, new byte[200]),
                        element(0xEC, maker),
                        element(0x1F43B675L, element(0xE7, new byte[1]), element(0xA3, samples()))));
    }

    /** SVG with a name in every place, and a picture in it. */
    public static String svg() {
        String inner = Base64.getEncoder().encodeToString(png());
        return """
            <?xml version="1.0"?>
            <!-- maker-7f3a -->
            <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
              xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="maker-7f3a" viewBox="0 0 9 9"
              generator="maker-7f3a" content="maker-7f3a" author="maker-7f3a" label="maker-7f3a" alt="maker-7f3a"
              data-maker="maker-7f3a" onload="alert('maker-7f3a')" aria-label="maker-7f3a">
            <title>maker-7f3a</title><desc>maker-7f3a</desc><metadata><rdf>maker-7f3a</rdf></metadata>
            <style>/* maker-7f3a */ .maker-7f3a-red { fill: #f00 } #maker-7f3a-1 { stroke: url(#maker-7f3a-g) }</style>
            <defs><linearGradient id="maker-7f3a-g"><stop offset="0" stop-color="#0f0"/></linearGradient></defs>
            <script>fetch('http://maker-7f3a.example')</script>
            <foreignObject><body xmlns="http://www.w3.org/1999/xhtml">maker-7f3a</body></foreignObject>
            <a xlink:href="http://maker-7f3a.example"><rect width="1" height="1"/></a>
            <rect id="maker-7f3a-1" class="maker-7f3a-red" width="3" height="3" fill="url(#maker-7f3a-g)"/>
            <use xlink:href="#maker-7f3a-1" x="4"/><use href="http://maker-7f3a.example/x.svg#y"/>
            <circle r="1" style="background:url(http://maker-7f3a.example/p.png)"/>
            <image width="2" height="2" href="data:image/png;base64,%s"/>
            <g>maker-7f3a</g>
            <filter><feFlood result="maker-7f3a-r"/><feOffset in="maker-7f3a-r"/></filter>
            <text x="1" y="5">3 &lt; 5 &amp; more</text>
            </svg>
            """.formatted(inner);
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
