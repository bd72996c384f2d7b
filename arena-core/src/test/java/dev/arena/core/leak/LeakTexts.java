package dev.arena.core.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/** Random texts put together from the golden ones, from words of introductions and from what splits names. */
final class LeakTexts {
    private static final List<String> MARKS = List.of(
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "\n```\n",
            "~~",
            "~~~\n",
            "\\",
            "\\*",
            "\\-",
            "<b>",
            "</b>",
            "<br>",
            "<i class=\"x\">",
            "<!-- x -->",
            "<",
            "<x",
            "</",
            "&nbsp;",
            "&shy;",
            "&#97;",
            "&#x65;",
            "&#x1F600;",
            "&#9999999;",
            "&amp;",
            "&",
            "\u200B",
            "\u00AD",
            "\u0301",
            "é",
            "ﬁ",
            "е",
            "Ｃ",
            "𝐂",
            "😀",
            "𐐀",
            "𠀀",
            "\uD83D",
            "\uDE00",
            "我是",
            "私は",
            "انا",
            "ß",
            "…",
            "\u2028",
            "\u00A0",
            "\t",
            "\r\n",
            "\n",
            "\n\n",
            " ",
            "  ",
            "-",
            "_",
            ".",
            ". ",
            "! ",
            "? ",
            ", ",
            ": ",
            "'",
            "’s ",
            "(",
            "](",
            "](u) ",
            ")",
            "[",
            "]",
            "3",
            "4o",
            "½",
            "٣");
    private static final List<String> NAMES = List.of(
            "Claude",
            "claude-3-opus-20240229",
            "GPT-4o",
            "gpt 4",
            "Gemini",
            "gemini-1.5-pro",
            "Llama 3",
            "Meta",
            "Google",
            "OpenAI",
            "Anthropic",
            "Mistral AI",
            "mistral large",
            "Zephyrine-7B",
            "Tersk",
            "Brindle & Co",
            "Length",
            "mean",
            "Alpha",
            "always-first",
            "Aurelis Labs",
            "Zorblex Labs",
            "language model",
            "AI assistant",
            "LLM",
            "Sprachmodell",
            "modelo de lenguaje",
            "كلود",
            "نموذج لغوي",
            "百度",
            "o1",
            "DeepSeek",
            "[GPT](http://x.org/a1)-4o",
            "G-P-T-4-o",
            "C l a u d e",
            "Open AI",
            "由百度开发",
            "ソフィアです",
            "llama-3.1-70b (70B)",
            "Qwen2-72B",
            "qwen 2.5",
            "<b>GPT</b>-4o",
            "Alibaba",
            "the anthropic principle",
            "helpful, harmless, and honest",
            "★★",
            "★★★",
            "😀",
            "..");

    private final SplittableRandom random;
    private final List<String> golden = readGolden();
    private final List<String> words = words();

    LeakTexts(long seed) {
        random = new SplittableRandom(seed);
    }

    private static List<String> readGolden() {
        try (InputStream input =
                Objects.requireNonNull(LeakTexts.class.getResourceAsStream("golden.txt"), "golden.txt")) {
            List<String> texts = new ArrayList<>();
            for (String line : new String(input.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("L¦") || line.startsWith("I¦")) {
                    texts.add(line.replace("\\n", "\n").split("¦", -1)[2]);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What introductions.txt is made of, down to single words. */
    private static List<String> words() {
        List<String> words = new ArrayList<>();
        for (String line : WordLists.lines("introductions.txt")) {
            for (String part : line.split("[|()?:{}^$*+\\[\\]\\\\]+", -1)) {
                if (!part.isBlank()) {
                    words.add(part.strip());
                }
            }
        }
        return words;
    }

    List<String> golden() {
        return golden;
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A text of a few parts, some of them changed at random places. */
    String next() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            String part = part();
            text.append(random.nextInt(3) == 0 ? changed(part) : part);
            text.append(random.nextInt(4) == 0 ? any(MARKS) : " ");
        }
        return text.toString();
    }

    private String part() {
        return switch (random.nextInt(6)) {
            case 0, 1 -> any(golden);
            case 2 -> fragment(any(golden));
            case 3 -> sentence();
            case 4 -> any(NAMES);
            default -> any(words);
        };
    }

    private String fragment(String text) {
        int from = random.nextInt(text.length());
        return text.substring(from, from + random.nextInt(text.length() - from + 1));
    }

    /** Words of introductions with a name among them. */
    private String sentence() {
        StringBuilder sentence = new StringBuilder();
        int before = random.nextInt(7);
        for (int i = 0; i < before; i++) {
            sentence.append(any(words)).append(random.nextInt(8) == 0 ? any(MARKS) : " ");
        }
        sentence.append(any(NAMES));
        int after = random.nextInt(6);
        for (int i = 0; i < after; i++) {
            sentence.append(random.nextInt(8) == 0 ? any(MARKS) : " ").append(any(words));
        }
        return sentence.toString();
    }

    private String changed(String part) {
        StringBuilder changed = new StringBuilder(part);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(changed.length() + 1);
            switch (random.nextInt(4)) {
                case 0, 1 -> changed.insert(at, any(MARKS));
                case 2 -> changed.delete(at, Math.min(changed.length(), at + 1));
                default ->
                    changed.replace(0, changed.length(), changed.toString().toUpperCase(Locale.ROOT));
            }
        }
        return changed.toString();
    }
}
