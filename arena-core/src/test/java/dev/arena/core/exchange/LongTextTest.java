package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arena.core.problem.InputException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text of a file has a longest length; longer ones are refused where they come in, before anything is stored. */
final class LongTextTest {
    private static final String LONGEST = "x".repeat(Texts.LONGEST);

    @TempDir
    Path folder;

    private static String problem(String row) {
        return "field '%s' is 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (1,000,001 characters)'; allowed: a text of at most"
                        .formatted(row)
                + " 1,000,000 characters. Shorten it, or leave the row out.";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "prompt|{'id':'p','prompt':'~'}",
                "turns|{'id':'p','turns':['~']}",
                "reference|{'id':'p','prompt':'a','reference':'~'}",
                "category|{'id':'p','prompt':'a','category':'~'}",
                "response|{'prompt_id':'p','model':'m','response':'~'}",
                "turns|{'prompt_id':'p','model':'m','turns':['a','~']}",
                "prompt|{'prompt_id':'p','prompt':'~','model':'m','response':'a'}",
                "response|{'prompt_id':'p','prompt':'a','model':'m','response':'~'}",
                "instruction|{'instruction':'~','output':'a','generator':'m'}",
                "output|{'instruction':'a','output':'~','generator':'m'}",
                "turns|{'question_id':1,'turns':[{'content':'~'}]}",
                "reference|{'question_id':1,'prompt':'a','reference':['~']}",
                "choices|{'question_id':1,'model':'m','choices':[{'turns':['~']}]}",
                "messages|{'uid':1,'model':'m','messages':[{'role':'assistant','content':'~'}]}",
                "about|{'model':'m','about':'~'}",
                "category|{'model_a':'a','model_b':'b','winner':'tie','category':'~'}",
                "id|{'models':['a','b'],'ranks':[1,2],'id':'~'}",
            })
    void read_textBeyondTheLongest_isRefusedWithItsFieldAndLength(String field, String row) {
        String json = row.replace('\'', '"');

        assertThat(Inputs.refusal("\n" + json.replace("~", LONGEST + "x") + "\n"))
                .isEqualTo("votes.csv:2: " + problem(field));
    }

    @Test
    void read_longestText_isTaken() {
        String row = "{\"id\":\"p\",\"prompt\":\"" + LONGEST + "\"}";

        assertThat(Inputs.read(Inputs.text(row)).records()).hasSize(1);
    }

    @Test
    void read_cellOfATable_isBoundedToo() {
        assertThat(Inputs.refusal("prompt_id,model,response\np,m," + LONGEST + "x\n"))
                .isEqualTo("votes.csv:2: " + problem("response"));
    }

    @Test
    void run_textBeyondTheLongestInALaterFile_storesNothing() throws IOException {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(1));
        ImportService service = new ImportService(store, InstantSource.system(), new Random(2));
        Path prompts = Files.writeString(folder.resolve("p"), "{\"id\":\"p\",\"prompt\":\"a\"}\n");
        Path responses = Files.writeString(
                folder.resolve("r"), "{\"prompt_id\":\"p\",\"model\":\"m\",\"response\":\"" + LONGEST + "x\"}\n");
        ImportRequest request = ImportRequest.of(Source.file(prompts), Source.file(responses));

        InputException refused =
                catchThrowableOfType(InputException.class, () -> service.run(request, Progress.silent()));

        assertThat(refused).hasMessageEndingWith(responses + ":1: " + problem("response"));
        assertThat(List.of(
                        store.catalog().listPrompts(),
                        store.catalog().listContestants(),
                        store.catalog().listCurrentResponses()))
                .allSatisfy(stored -> assertThat(stored).isEmpty());
    }
}
