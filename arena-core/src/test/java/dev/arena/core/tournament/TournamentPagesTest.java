package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the pages on judges and tournaments can be used as they stand, and the pages name every key. */
class TournamentPagesTest {
    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern KEYS = Pattern.compile("the keys (.*?)\\.");
    private static final String HEAD = "name: t\nschedule: {type: all-pairs}\njudges:\n";

    /** What the examples of replayed judgments name. */
    private static final Path FILES = Path.of(System.getProperty("arena.root"), "arena-core/src/test/resources/replay");

    private static String page(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("arena.root"), "docs", name));
    }

    private static List<String> examples(String page) {
        Matcher matcher = EXAMPLE.matcher(page);
        return matcher.results().map(found -> found.group(1)).toList();
    }

    @Test
    void judgesPage_everyExample_canBeRead() throws IOException {
        List<String> examples = examples(page("judges.md"));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        for (String example : examples) {
            if (example.startsWith("- ")) {
                Tournament tournament = TournamentReader.read("judges.md", HEAD + example, FILES);
                assertThat(tournament.judges()).isNotEmpty();
            } else {
                assertThat(TemplateReader.read("example", YamlDocument.read("judges.md", example))
                                .version())
                        .startsWith("example@");
            }
        }
    }

    @Test
    void tournamentsPage_everyExample_canBeRead() throws IOException {
        List<String> examples = examples(page("tournaments.md"));
        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(example -> assertThat(TournamentReader.read("tournaments.md", example, FILES)
                                .judges())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {name: m, type: metric, metric: chrf, zzz: 1}",
                "- {name: m, type: openai, base_url: 'http://h/v1', model: m, zzz: 1}",
                "- {name: m, type: anthropic, base_url: 'http://h/v1', model: m, zzz: 1}",
                "- {name: m, type: command, command: cat, zzz: 1}",
                "- {name: m, type: scripted, strengths: {a: 1}, zzz: 1}",
                "- {name: m, type: replay, files: gpt-4_pair.jsonl, zzz: 1}"
            })
    void judgesPage_namesEveryKeyOfAJudge(String judge) throws IOException {
        String page = page("judges.md");
        assertThat(keys(HEAD + judge))
                .hasSizeGreaterThan(4)
                .allSatisfy(key -> assertThat(page).containsPattern("\\b" + key + "\\b"));
    }

    @Test
    void tournamentsPage_namesEveryKeyOfTheFile() throws IOException {
        String page = page("tournaments.md");
        assertThat(keys(HEAD + "  - {name: m, type: metric, metric: chrf}\nzzz: 1\n"))
                .hasSize(13)
                .allSatisfy(key -> assertThat(page).contains("| `" + key + "` |"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schedule: {type: baseline, baseline: a, zzz: 1}",
                "schedule: {type: swiss, rounds: 3, zzz: 1}",
                "schedule: {type: adaptive, pairs: 3, zzz: 1}",
                "schedule: {type: all-pairs}\nstop: {interval_width: 3, zzz: 1}"
            })
    void tournamentsPage_namesEveryKeyOfASchedule(String schedule) throws IOException {
        String page = page("tournaments.md");
        String judge = "judges: [{name: m, type: metric, metric: chrf}]\n";
        assertThat(keys("name: t\n" + schedule + "\n" + judge))
                .hasSizeGreaterThan(2)
                .allSatisfy(key -> assertThat(page).contains("`" + key));
    }

    private static List<String> keys(String yaml) {
        UsageException problem =
                catchThrowableOfType(UsageException.class, () -> TournamentReader.read("t.yaml", yaml, FILES));
        Matcher matcher = KEYS.matcher(String.valueOf(problem.getMessage()));
        assertThat(matcher.find()).as(problem.getMessage()).isTrue();
        return Stream.of(matcher.group(1).split(", ", -1)).toList();
    }
}
