package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of the page on judges say what the presets and the parsers do. */
class TemplatePageTest {
    private static final Pattern PRESET = Pattern.compile(
            "^\\| `([a-z-]+)` \\| (\\d[^|]*?) \\| [^|]+ \\| `([^|]+)` \\| ([^|]+) \\|$", Pattern.MULTILINE);
    private static final Pattern PARSER =
            Pattern.compile("^\\| `([a-z-]+)` \\| `([^|]+)` \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private static List<MatchResult> rows(Pattern pattern) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("arena.root"), "docs", "judges.md"));
        String templates = page.substring(page.indexOf("## Templates"));
        return pattern.matcher(templates).results().toList();
    }

    private static String shown(Verdict verdict) {
        if (verdict instanceof Verdict.Abstention abstention) {
            return "none: " + abstention.detail();
        }
        if (!(verdict instanceof Verdict.Ranking ranking)) {
            return "both_bad";
        }
        String ranks =
                String.join(" ", ranking.ranks().stream().map(String::valueOf).toList());
        String word = switch (ranks) {
            case "1 2" -> "first";
            case "2 1" -> "second";
            case "1 1" -> "tie";
            default -> ranks;
        };
        return ranking.margin() == null ? word : word + ", margin " + ranking.margin();
    }

    @Test
    void page_tableOfPresets_isTrue() throws IOException {
        List<MatchResult> rows = rows(PRESET);
        assertThat(rows.stream().map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(TemplateReader.PRESETS);
        for (MatchResult row : rows) {
            JudgeTemplate template = TemplateReader.preset(row.group(1));
            assertThat(template.seats().shown()).as(row.group(1)).isEqualTo(row.group(2));
            if (!template.wantsTokens()) {
                assertThat(shown(template.parse(row.group(3)))).as(row.group(1)).isEqualTo(row.group(4));
            }
        }
    }

    @Test
    void page_tableOfParsers_isTrueAndEveryParserIsDescribed() throws IOException {
        List<MatchResult> rows = rows(PARSER);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(7);
        for (MatchResult row : rows) {
            JudgeTemplate template = TemplateReader.read(
                    "page", YamlDocument.read("page", "user: '{{responses}}'\nparse: " + row.group(1)));
            int seats = row.group(2).contains("D") ? 4 : 2;
            assertThat(shown(template.parse(Reply.of(row.group(2)), seats)))
                    .as(row.group())
                    .isEqualTo(row.group(3));
        }
        String page = Files.readString(Path.of(System.getProperty("arena.root"), "docs", "judges.md"));
        assertThat(new TreeSet<>(ParserReader.WORDS))
                .allSatisfy(word -> assertThat(page).contains("- `" + word + "`"));
    }
}
