package dev.arena.core.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.StudySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/studies.md} tells what the program does. */
class StudiesPageTest {
    private static final Path PAGE = Path.of(System.getProperty("arena.root"), "docs", "studies.md");

    @Test
    void page_example_isReadAndNamesEveryKey() throws IOException {
        String page = Files.readString(PAGE);
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("```", page.indexOf("```yaml\n") + 8));
        StudySettings settings = StudySettingsReader.readYaml("docs/studies.md", yaml);

        assertThat(settings.key()).isEqualTo("summaries");
        assertThat(StudySettingsJson.tree(settings).keySet())
                .allSatisfy(key -> assertThat(yaml).contains((key.equals("key") ? "" : "\n") + key + ":"))
                .hasSize(20);
        assertThat(yaml).contains(StudySettings.Matchmaking.TYPES).contains(StudySettings.Leaks.ACTIONS);
    }

    @Test
    void page_keysOfParts_areThoseThatAreRead() throws IOException {
        String page = Files.readString(PAGE);
        for (String key : List.of(
                "explore",
                "coverage",
                "newcomers",
                "quota",
                "daily",
                "share",
                "canaries",
                "identical",
                "items",
                "after",
                "action",
                "words",
                "keys",
                "limit")) {
            assertThat(page).contains(key);
        }
    }
}
