package dev.arena.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no browser could show are refused with the reason, and a colour profile says nothing but its colours. */
final class DamagedMediaTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\">%s</svg>";

    @TempDir
    Path folder;

    private byte[] clean(byte[] bytes, MediaType type) throws IOException {
        Path file = Files.write(folder.resolve("file"), bytes);
        ByteArrayOutputStream clean = new ByteArrayOutputStream();
        CleanMedia.read(file, type, MediaLimits.standard()).forEachPiece(1000, clean::writeBytes);
        return clean.toByteArray();
    }

    private String refusal(byte[] bytes, MediaType type) {
        MediaProblem problem = catchThrowableOfType(MediaProblem.class, () -> clean(bytes, type));
        return problem == null ? "accepted" : problem.found();
    }

    private static byte[] head(int width, int height) {
        return Planted.chunk("IHDR", Planted.join(Planted.u32(width), Planted.u32(height), new byte[] {8, 2, 0, 0, 0}));
    }

    @Test
    void png_wrongCheckSumTwoHeadsNoPictureTooManyPixels_isRefused() {
        byte[] plain = Planted.encoded("png");
        byte[] signature = Planted.slice(plain, 0, 8);
        byte[] first = Planted.slice(plain, 8, 33);
        byte[] rest = Planted.slice(plain, 33, plain.length);
        byte[] broken = plain.clone();
        broken[60] ^= 1;
        byte[] end = Planted.chunk("IEND", new byte[0]);

        assertThat(refusal(broken, MediaType.PNG))
                .isEqualTo("a damaged image/png file: the check sum of its chunk IDAT is wrong");
        assertThat(refusal(Planted.join(signature, first, first, rest), MediaType.PNG))
                .isEqualTo("a damaged image/png file: it has two heads (IHDR)");
        assertThat(refusal(Planted.join(signature, rest), MediaType.PNG))
                .isEqualTo("a damaged image/png file: it does not begin with its head (IHDR)");
        assertThat(refusal(Planted.join(signature, first, end), MediaType.PNG))
                .isEqualTo("a damaged image/png file: it holds no picture");
        assertThat(refusal(Planted.join(signature, head(60_000, 60_000), rest), MediaType.PNG))
                .isEqualTo("a picture of 60000 by 60000 pixels");
        assertThat(refusal(Planted.join(signature, head(0, 5), rest), MediaType.PNG))
                .isEqualTo("a damaged image/png file: it is 0 by 5 pixels large");
        assertThat(refusal(Planted.join(signature, head(10_000, 10_000), rest), MediaType.PNG))
                .isEqualTo("accepted");
    }

    @Test
    void otherPictures_withoutAPictureOrTooLarge_areRefused() {
        byte[] jpeg = Planted.encoded("jpg");
        byte[] gif = Planted.encoded("gif");
        byte[] wideGif = gif.clone();
        Arrays.fill(wideGif, 6, 10, (byte) 0xFF);
        byte[] wideJpeg = jpeg.clone();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00FF\u00C0");
        Arrays.fill(wideJpeg, frame + 5, frame + 9, (byte) 0xFF);
        byte[] extended = Arrays.copyOf(new byte[] {0, 0, 0, 0, -1, -1, -1, -1, -1, -1}, 10);

        assertThat(refusal(new byte[] {-1, -40, -1, -39}, MediaType.JPEG))
                .isEqualTo("a damaged image/jpeg file: it holds no picture");
        assertThat(refusal(wideJpeg, MediaType.JPEG)).isEqualTo("a picture of 65535 by 65535 pixels");
        assertThat(refusal(wideGif, MediaType.GIF)).isEqualTo("a picture of 65535 by 65535 pixels");
        int start = 13 + (3 << ((gif[10] & 7) + 1));
        assertThat(refusal(Planted.join(Planted.slice(gif, 0, start), new byte[] {0x3B}), MediaType.GIF))
                .isEqualTo("a damaged image/gif file: it holds no picture");
        assertThat(refusal(Planted.riff("WEBP", Planted.riffChunk("VP8X", extended)), MediaType.WEBP))
                .isEqualTo("a picture of 16777216 by 16777216 pixels");
        assertThat(refusal(Planted.riff("WEBP"), MediaType.WEBP))
                .isEqualTo("a damaged image/webp file: it holds no picture");
    }

    @Test
    void soundAndVideo_withNothingToPlay_areRefused() {
        assertThat(refusal(Planted.box("ftyp", Planted.latin("isom\0\0\0\0isom")), MediaType.MP4))
                .isEqualTo("a damaged video/mp4 file: it holds no track, or nothing to play on it");
        assertThat(refusal(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x80}, MediaType.WEBM))
                .isEqualTo("a damaged video/webm file: it holds no track, or nothing to play on it");
        assertThat(refusal(Planted.riff("WAVE"), MediaType.WAV))
                .isEqualTo("a damaged audio/wav file: it holds no format or no sound");
    }

    @Test
    void svg_referencesThatMultiply_areRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("<defs><g id=\"a0\"><rect/></g>");
        StringBuilder patterns = new StringBuilder("<defs><pattern id=\"a0\"><rect/></pattern>");
        StringBuilder deep = new StringBuilder("<g id=\"d0\"/>");
        for (int i = 1; i < 10; i++) {
            bomb.append("<g id=\"a" + i + "\">")
                    .append(("<use href=\"#a" + (i - 1) + "\"/>").repeat(10))
                    .append("</g>");
            patterns.append("<pattern id=\"a" + i + "\">")
                    .append(("<rect fill=\"url(#a" + (i - 1) + ")\"/>").repeat(10))
                    .append("</pattern>");
        }
        for (int i = 1; i < 300; i++) {
            deep.append("<use id=\"d" + i + "\" href=\"#d" + (i - 1) + "\"/>");
        }

        for (String tooMuch :
                List.of(bomb + "</defs><use href=\"#a9\"/>", patterns + "</defs><rect fill=\"url('#a9')\"/>")) {
            assertThat(refusal(SVG.formatted(tooMuch).getBytes(StandardCharsets.UTF_8), MediaType.SVG))
                    .isEqualTo("an image/svg+xml file with more than 1000000 elements to draw, since its references"
                            + " multiply");
        }
        assertThat(refusal(
                        SVG.formatted("<use href=\"#d299\"/>" + deep).getBytes(StandardCharsets.UTF_8), MediaType.SVG))
                .isEqualTo("an image/svg+xml file with references that go through more than 200 elements");
    }

    @Test
    void svg_ofManyUsesAndOneThatUsesItself_isTaken() throws IOException {
        String uses = "<g id=\"a\"><rect/><rect/></g><g id=\"s\"><use href=\"#s\"/></g>"
                + "<use href=\"#a\"/>".repeat(20_000)
                + "<g>".repeat(400)
                + "</g>".repeat(400);

        byte[] clean = clean(SVG.formatted(uses).getBytes(StandardCharsets.UTF_8), MediaType.SVG);

        assertThat(new String(clean, StandardCharsets.UTF_8)).contains("<use href=\"#i2\">");
    }

    @Test
    void colourProfile_ofPngJpegAndWebp_losesItsTextsAndKeepsItsColours() throws IOException {
        byte[] png = clean(Planted.profiledPng(), MediaType.PNG);
        byte[] jpeg = clean(Planted.profiledJpeg(), MediaType.JPEG);
        byte[] profile = ColourProfile.clean(Planted.profile()).orElseThrow();
        String webp = new String(clean(Planted.webp(), MediaType.WEBP), StandardCharsets.ISO_8859_1);
        String text = new String(profile, StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain("maker", "desc", "cprt", "Copyright").contains("rTRC", "gXYZ", "wtpt", "acsp");
        assertThat(ByteBuffer.wrap(profile).getInt(0)).isEqualTo(profile.length);
        assertThat(ICC_Profile.getInstance(profile).getData(ICC_Profile.icSigRedColorantTag))
                .isNotNull();
        assertThat(webp).contains(text);
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).contains("ICC_PROFILE\0\1\1" + text);
        assertThat(pixels(png)).isEqualTo(pixels(Planted.profiledPng()));
        assertThat(pixels(jpeg)).isEqualTo(pixels(Planted.profiledJpeg()));
        assertThat(clean(png, MediaType.PNG)).isEqualTo(png);
        assertThat(clean(jpeg, MediaType.JPEG)).isEqualTo(jpeg);
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).contains("iCCPicc\0");
    }

    @Test
    void colourProfile_thatIsNone_goes() throws IOException {
        assertThat(ColourProfile.clean(Planted.latin("prof"))).isEmpty();
        assertThat(ColourProfile.clean(new byte[200])).isEmpty();
        byte[] cut = Planted.slice(Planted.profile(), 0, 1000);
        assertThat(ColourProfile.clean(cut)).isEmpty();
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
