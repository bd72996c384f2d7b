package dev.arena.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CleanMediaTest {
    @TempDir
    Path folder;

    /** A planted file of each type. */
    private static byte[] planted(MediaType type) {
        return switch (type) {
            case PNG -> Planted.png();
            case JPEG -> Planted.jpeg();
            case GIF -> Planted.gif();
            case WEBP -> Planted.webp();
            case SVG -> Planted.svg().getBytes(StandardCharsets.UTF_8);
            case WAV -> Planted.wav();
            case MP3 -> Planted.mp3();
            case OGG -> Planted.ogg(true);
            case M4A -> Planted.mp4("M4A ", "soun");
            case MP4 -> Planted.mp4("isom", "vide");
            case WEBM -> Planted.webm();
        };
    }

    private byte[] clean(byte[] bytes, MediaType type) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        CleanMedia media = CleanMedia.read(file, type, MediaLimits.standard());
        media.forEachPiece(100, clean::writeBytes);
        assertThat(media.size()).isEqualTo(clean.size());
        return clean.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void clean_ofAPlantedFile_holdsNoMaker(MediaType type) throws IOException {
        byte[] bytes = planted(type);
        assertThat(latin(bytes)).contains(Planted.MAKER);

        byte[] clean = clean(bytes, type);

        assertThat(latin(clean)).doesNotContain(Planted.MAKER.substring(0, 5));
        assertThat(Signatures.find(new FileBytes(Files.newByteChannel(Files.write(folder.resolve("clean"), clean)))))
                .contains(type);
    }

    /** What was cleaned once is clean: nothing is taken away by chance. */
    @ParameterizedTest
    @EnumSource(MediaType.class)
    void clean_ofACleanFile_changesNothing(MediaType type) throws IOException {
        byte[] once = clean(planted(type), type);

        assertThat(clean(once, type)).isEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(MediaType.class)
    void clean_ofAFileCutShort_isRefusedOrShorter(MediaType type) throws IOException {
        byte[] bytes = planted(type);
        for (int length : List.of(12, 40, bytes.length / 2)) {
            byte[] cut = Arrays.copyOf(bytes, length);
            try {
                assertThat(latin(clean(cut, type))).doesNotContain(Planted.MAKER.substring(0, 5));
            } catch (MediaProblem e) {
                assertThat(e.found()).containsAnyOf("a damaged", "bytes of no type", "with");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MediaType.class,
            names = {"PNG", "JPEG", "GIF"})
    void clean_ofAPicture_keepsEveryPixel(MediaType type) throws IOException {
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(planted(type)));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(clean(planted(type), type)));

        assertThat(pixels(after)).isEqualTo(pixels(before));
        assertThat(after.getWidth()).isEqualTo(23);
    }

    private static List<Integer> pixels(BufferedImage picture) {
        List<Integer> pixels = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                pixels.add(picture.getRGB(x, y));
            }
        }
        return pixels;
    }

    @Test
    void clean_ofAPng_keepsTheCodedPictureByteForByte() throws IOException {
        assertThat(clean(Planted.png(), MediaType.PNG)).isEqualTo(Planted.encoded("png"));
    }

    @Test
    void clean_ofAJpeg_keepsTheCodedPictureByteForByte() throws IOException {
        assertThat(clean(Planted.jpeg(), MediaType.JPEG)).isEqualTo(Planted.encoded("jpg"));
    }

    @Test
    void clean_ofAJpegThatLiesOnItsSide_keepsWhichWayUpItIs() throws IOException {
        byte[] plain = Planted.encoded("jpg");
        byte[] exif = Planted.join(
                Planted.latin("Exif\0\0II*\0\10\0\0\0\2\0"),
                new byte[] {0x0F, 1, 2, 0, 12, 0, 0, 0, 38, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0},
                Planted.latin(Planted.MAKER));
        byte[] segment = Planted.join(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)}, exif);
        byte[] turned = Planted.join(Planted.slice(plain, 0, 2), segment, Planted.slice(plain, 2, plain.length));

        byte[] clean = clean(turned, MediaType.JPEG);

        assertThat(clean)
                .isEqualTo(Planted.join(
                        Planted.slice(plain, 0, 2), ExifOrientation.segment(6), Planted.slice(plain, 2, plain.length)));
        assertThat(clean(clean, MediaType.JPEG)).isEqualTo(clean);
    }

    @Test
    void clean_ofAGif_keepsHowOftenItRepeats() throws IOException {
        assertThat(latin(clean(Planted.gif(), MediaType.GIF))).contains("NETSCAPE2.0");
    }

    @Test
    void clean_ofAWebp_keepsPictureAndProfileAndSaysThatNothingElseIsThere() throws IOException {
        byte[] clean = clean(Planted.webp(), MediaType.WEBP);

        assertThat(latin(clean)).contains("VP8L", "ICCP").doesNotContain("EXIF", "XMP ", "C2PA");
        assertThat(clean[20]).isEqualTo((byte) 0x20);
        assertThat(new FileBytes(Files.newByteChannel(Files.write(folder.resolve("x"), clean))).u32le(4))
                .isEqualTo(clean.length - 8);
    }

    @Test
    void clean_ofAWav_keepsEverySample() throws IOException, UnsupportedAudioFileException {
        byte[] clean = clean(Planted.wav(), MediaType.WAV);

        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(clean))) {
            assertThat(sound.readAllBytes()).isEqualTo(Planted.samples());
        }
    }

    @Test
    void clean_ofAnMp3_keepsEveryFrame() throws IOException {
        byte[] info = Planted.frame(0);
        System.arraycopy(Planted.latin("Info"), 0, info, 36, 4);
        System.arraycopy(Planted.latin("LAME"), 0, info, 156, 4);

        assertThat(clean(Planted.mp3(), MediaType.MP3))
                .isEqualTo(Planted.join(info, Planted.frame(1), Planted.frame(2), Planted.frame(3)));
    }

    @Test
    void clean_ofVorbis_blanksTheCommentsInTheirPlaceAndMendsTheChecksum() throws IOException {
        byte[] before = Planted.ogg(true);
        byte[] after = clean(before, MediaType.OGG);
        byte[] comments = Planted.join(
                Planted.latin("\3vorbis"),
                Planted.u32le(32),
                Planted.latin(" ".repeat(32)),
                Planted.u32le(0),
                new byte[] {1});

        assertThat(after).hasSameSizeAs(before);
        assertThat(after)
                .isEqualTo(Planted.join(
                        Planted.slice(before, 0, 58),
                        Planted.page(0, 1, comments, Planted.join(Planted.latin("\5vorbis"), new byte[300])),
                        Planted.page(4, 2, Planted.samples())));
    }

    @Test
    void clean_ofOpus_keepsTheSound() throws IOException {
        byte[] clean = clean(Planted.ogg(false), MediaType.OGG);

        assertThat(latin(clean)).contains("OpusTags", latin(Planted.samples())).doesNotContain(Planted.MAKER);
    }

    @Test
    void checksum_ofOgg_isThatOfTheStandard() {
        // CRC-32/MPEG-2 without its start value, of the digits 1 to 9.
        assertThat(OggCleaner.checksum(Planted.latin("123456789"))).isEqualTo(0x89A1897F);
    }

    @Test
    void clean_ofMp4AndWebm_movesNoByteOfTheSound() throws IOException {
        for (MediaType type : List.of(MediaType.MP4, MediaType.M4A, MediaType.WEBM)) {
            byte[] before = planted(type);
            byte[] after = clean(before, type);

            assertThat(after).hasSameSizeAs(before);
            assertThat(latin(after).indexOf(latin(Planted.samples())))
                    .as("%s", type)
                    .isEqualTo(latin(before).indexOf(latin(Planted.samples())))
                    .isPositive();
        }
    }

    @Test
    void clean_ofMp4_forgetsWhenItWasMade() throws IOException {
        String clean = latin(clean(Planted.mp4("isom", "vide"), MediaType.MP4));

        assertThat(clean).contains("mvhd\0\0\0\0\0\0\0\0\0\0\0\0\11", "tkhd", "mdhd", "stco", "avc1");
        assertThat(clean).doesNotContain("udta", "meta", "uuid", "emsg", "xtra", "\1\2\3\4");
    }

    @Test
    void clean_ofAnSvg_keepsWhatDrawsAndItsReferences() throws IOException {
        String clean = new String(
                clean(Planted.svg().getBytes(StandardCharsets.UTF_8), MediaType.SVG), StandardCharsets.UTF_8);

        assertThat(clean)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">")
                .contains("3 &lt; 5 &amp; more")
                .doesNotContain(
                        "script", "foreignObject", "title", "desc", "metadata", "onload", "example", "<a", "<!");
        Map<String, String> parts = new TreeMap<>();
        parts.put("gradient", group(clean, "<linearGradient id=\"(i\\d+)\">"));
        parts.put("square", group(clean, "<rect id=\"(i\\d+)\" class=\"c1\""));
        assertThat(clean)
                .contains(
                        "fill=\"url(#" + parts.get("gradient") + ")\"",
                        "<use href=\"#" + parts.get("square") + "\" x=\"4\">",
                        ".c1 { fill: #f00 }",
                        "#" + parts.get("square") + " { stroke: url(#" + parts.get("gradient") + ")");
        byte[] inner = Base64.getDecoder().decode(group(clean, "base64,([^\"]+)\""));
        assertThat(inner).isEqualTo(Planted.encoded("png"));
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @Test
    void clean_ofAnSvgWithEntities_isRefused() {
        String bomb =
                "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>";

        assertThatThrownBy(() -> clean(bomb.getBytes(StandardCharsets.UTF_8), MediaType.SVG))
                .isInstanceOf(MediaProblem.class)
                .hasMessageContaining("a damaged image/svg+xml file: its line");
    }

    @Test
    void read_ofAnotherType_saysWhatItIs() {
        assertThatThrownBy(() -> clean(Planted.png(), MediaType.JPEG))
                .isInstanceOfSatisfying(MediaProblem.class, problem -> {
                    assertThat(problem.found()).isEqualTo("a file of image/png");
                    assertThat(problem.allowed()).isEqualTo("a file of image/jpeg, as its name or its media_type says");
                });
    }

    @Test
    void read_ofSomethingElseAndOfNothing_isRefused() {
        assertThatThrownBy(() -> clean(Planted.latin("hello"), MediaType.PNG))
                .isInstanceOf(MediaProblem.class)
                .hasMessage("bytes of no type that is known");
        assertThatThrownBy(() -> clean(new byte[0], MediaType.PNG))
                .isInstanceOf(MediaProblem.class)
                .hasMessage("an empty file");
    }

    @Test
    void read_ofAFileAboveItsLimit_isRefused() throws IOException {
        Path file = Files.write(folder.resolve("big.png"), Planted.png());
        long size = Files.size(file);

        assertThat(CleanMedia.read(file, MediaType.PNG, new MediaLimits(size, 1))
                        .type())
                .isEqualTo(MediaType.PNG);
        assertThatThrownBy(() -> CleanMedia.read(file, MediaType.PNG, new MediaLimits(size - 1, size)))
                .isInstanceOfSatisfying(MediaProblem.class, problem -> {
                    assertThat(problem.found()).isEqualTo("a file of " + size + " bytes");
                    assertThat(problem.allowed()).isEqualTo("at most " + (size - 1) + " bytes for image");
                });
    }

    @Test
    void clean_ofTracksThatAreNeitherPictureNorSound_isRefused() {
        assertThatThrownBy(() -> clean(Planted.mp4("isom", "meta"), MediaType.MP4))
                .isInstanceOf(MediaProblem.class)
                .hasMessageContaining("a track of type 'meta', which is neither picture nor sound");
    }

    @Test
    void clean_ofOggWithAnotherCodec_isRefused() {
        byte[] flac = Planted.page(2, 0, Planted.join(Planted.latin("\u007FFLAC"), new byte[40]));

        assertThatThrownBy(() -> clean(flac, MediaType.OGG))
                .isInstanceOf(MediaProblem.class)
                .hasMessageContaining("a stream that is neither Vorbis nor Opus");
    }

    @Test
    void types_byNameAndEnding_areFound() {
        assertThat(Stream.of("a.PNG", "b/c.jpeg", "d.svg", "e.opus", "f.m4a").map(MediaType::ofEnding))
                .allMatch(Optional::isPresent);
        assertThat(MediaType.ofName("IMAGE/SVG+XML")).contains(MediaType.SVG);
        assertThat(MediaType.ofEnding("paper.pdf")).isEmpty();
    }

    /** Shapes, gradients, filters, text and movement stay to the last attribute. */
    @Test
    void clean_ofADrawing_keepsAllThatDraws() throws IOException {
        String drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60" preserveAspectRatio="xMidYMid meet">
            <defs><linearGradient id="i1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="1" y2="1" spreadMethod="pad">
            <stop offset="0.5" stop-color="#0f0" stop-opacity="0.3"></stop></linearGradient>
            <radialGradient id="i2" cx="1" cy="2" r="3" fx="4" fy="5" gradientTransform="rotate(3)"></radialGradient>
            <pattern id="i3" patternUnits="userSpaceOnUse" patternTransform="scale(2)" width="4" height="4"></pattern>
            <clipPath id="i4" clipPathUnits="userSpaceOnUse"><path d="M0 0L9 9z" clip-rule="evenodd"></path></clipPath>
            <mask id="i5" maskUnits="userSpaceOnUse" mask-type="alpha"></mask>
            <marker id="i6" markerWidth="3" markerHeight="3" refX="1" refY="1" orient="auto" markerUnits="strokeWidth"></marker>
            <filter id="i7" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB">
            <feGaussianBlur in="SourceAlpha" stdDeviation="3" result="i8"></feGaussianBlur>
            <feOffset in="i8" dx="2" dy="3" result="i9"></feOffset>
            <feColorMatrix type="matrix" values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 1 0"></feColorMatrix>
            <feComposite in="SourceGraphic" in2="i9" operator="arithmetic" k1="0" k2="1" k3="1" k4="0"></feComposite>
            <feTurbulence baseFrequency="0.1" numOctaves="2" seed="4" stitchTiles="stitch"></feTurbulence>
            <feFuncR type="table" tableValues="0 1" slope="1" intercept="0" amplitude="1" exponent="1"></feFuncR>
            </filter></defs>
            <g transform="translate(1 2)" opacity="0.5" fill="url(#i1)" fill-rule="evenodd" style="mix-blend-mode:multiply">
            <rect x="1" y="2" width="3" height="4" rx="1" ry="1" stroke="#000" stroke-width="2" stroke-dasharray="1 2"></rect>
            <polygon points="0,0 1,1 2,0" stroke-linecap="round" stroke-linejoin="round" vector-effect="non-scaling-stroke"></polygon>
            <ellipse cx="1" cy="2" rx="3" ry="4" filter="url(#i7)" clip-path="url(#i4)" mask="url(#i5)"></ellipse>
            <line x1="0" y1="0" x2="9" y2="9" marker-end="url(#i6)" pathLength="10"></line></g>
            <text x="1 2 3" y="5" dx="1" dy="1" rotate="4" font-family="serif" font-size="12" font-weight="bold" text-anchor="middle" \
            dominant-baseline="middle" letter-spacing="1" textLength="30" lengthAdjust="spacing" xml:space="preserve">A  <tspan \
            font-style="italic">drawn</tspan> line</text>
            <circle r="4"><animate attributeName="r" from="1" to="4" by="1" begin="0s" dur="2s" repeatCount="indefinite" \
            calcMode="spline" keyTimes="0;1" keySplines="0 0 1 1" values="1;4" fill="freeze" additive="sum"></animate></circle>
            </svg>
            """.strip();

        assertThat(new String(clean(drawing.getBytes(StandardCharsets.UTF_8), MediaType.SVG), StandardCharsets.UTF_8))
                .isEqualTo(drawing);
    }

    /** Chunks and boxes that say that they are shorter than what belongs into them. */
    @Test
    void clean_ofPartsThatAreTooShort_saysThatTheFileIsDamaged() {
        byte[] chunk =
                Planted.join(Planted.latin("WEBPVP8X"), Planted.u32le(0), Planted.latin("VP8L"), Planted.u32le(0));
        byte[] webp = Planted.join(Planted.latin("RIFF"), Planted.u32le(chunk.length), chunk);
        byte[] mp4 = Planted.join(
                Planted.box("ftyp", Planted.latin("isom"), new byte[4], Planted.latin("isom")),
                Planted.box("moov", Planted.box("mvhd", new byte[6])),
                Planted.box("mdat", new byte[40]));

        Map.of(MediaType.WEBP, webp, MediaType.MP4, mp4)
                .forEach((type, bytes) -> assertThatThrownBy(() -> clean(bytes, type))
                        .isInstanceOf(MediaProblem.class)
                        .hasMessage("a damaged " + type.mediaType()
                                + " file: a part of it is shorter than what belongs into it"));
    }
}
