package dev.arena.core.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.StudyQuestion;
import dev.arena.core.model.StudySettings;
import dev.arena.core.problem.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of studies, read strictly. */
class StudySettingsReaderTest {
    private static final String WHOLE = """
            key: summaries
            name: Which summary is better?
            language: en
            prompts: {category: [news], language: [en, de], keys: [p1], limit: 200}
            contestants: [alpha, beta, gamma, delta]
            k: 4
            votes_per_matchup: 3
            matchups: 200
            matchmaker: {type: information, explore: 0.2, coverage: 5, newcomers: false}
            voters: {who: anyone, quota: 40, daily: 100}
            reservation: PT45M
            guidelines: |
              # Read all

              Then choose.
            questions:
              - {id: why, text: "What decided?", type: choice, options: [{value: facts, text: Facts}, {value: style}], required: true}
              - {id: sure, text: "How sure?", type: scale}
              - {id: note, text: "Anything else?", type: text}
            margin: false
            min_reading_ms: 3000
            reveal: never
            gold: {share: 0.1, canaries: true, identical: true, items: [{prompt: p1, responses: [alpha, beta, gamma, delta], expected: first}]}
            repeats: {share: 0.05, after: 7}
            leaks: {action: replace, words: [Acme], aliases: {alpha: [the first, A1]}}
            seed: -5
            """;

    private static StudySettings read(String text) {
        return StudySettingsReader.readYaml("study.yaml", text);
    }

    private static String with(String line) {
        return "key: s\nname: S\n" + line + "\n";
    }

    @Test
    void read_ofEveryKey_keepsEachValue() {
        StudySettings settings = read(WHOLE);

        assertThat(settings.key()).isEqualTo("summaries");
        assertThat(settings.prompts())
                .isEqualTo(new StudySettings.Prompts(List.of("news"), List.of("en", "de"), List.of("p1"), 200));
        assertThat(settings.contestants()).containsExactly("alpha", "beta", "gamma", "delta");
        assertThat(settings.k()).isEqualTo(4);
        assertThat(settings.votesPerMatchup()).isEqualTo(3);
        assertThat(settings.matchups()).isEqualTo(200);
        assertThat(settings.matchmaker()).isEqualTo(new StudySettings.Matchmaking("information", 0.2, 5, false));
        assertThat(settings.voters()).isEqualTo(new StudySettings.Voters(StudySettings.Who.ANYONE, 40, 100));
        assertThat(settings.reservation()).isEqualTo(Duration.ofMinutes(45));
        assertThat(settings.guidelines()).isEqualTo("# Read all\n\nThen choose.\n");
        assertThat(settings.questions()).hasSize(3);
        assertThat(settings.questions().get(0).options())
                .containsExactly(
                        new StudyQuestion.Option("facts", "Facts"), new StudyQuestion.Option("style", "style"));
        assertThat(settings.questions().get(1).values()).containsExactly("1", "2", "3", "4", "5");
        assertThat(settings.minReadingMs()).isEqualTo(3000);
        assertThat(settings.gold().items())
                .containsExactly(new StudySettings.Gold.Item("p1", settings.contestants(), "first"));
        assertThat(settings.repeats()).isEqualTo(new StudySettings.Repeats(0.05, 7));
        assertThat(settings.leaks())
                .isEqualTo(new StudySettings.Leaks(
                        "replace", List.of("Acme"), Map.of("alpha", List.of("the first", "A1"))));
        assertThat(settings.seed()).isEqualTo(-5);
    }

    @Test
    void read_ofTheLeast_fillsInDefaults() {
        StudySettings settings = read("key: s\nname: S\nvotes_per_matchup: null\ncontestants: all\n");

        assertThat(settings.k()).isEqualTo(2);
        assertThat(settings.contestants()).isEmpty();
        assertThat(settings.votesPerMatchup()).isNull();
        assertThat(settings.voters()).isEqualTo(new StudySettings.Voters(StudySettings.Who.INVITED, null, null));
        assertThat(settings.reveal()).isEqualTo(StudySettings.RevealRule.NEVER);
        assertThat(settings.reservation()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.gold()).isEqualTo(StudySettings.Gold.NONE);
        assertThat(settings.leaks()).isEqualTo(StudySettings.Leaks.MASK);
    }

    @Test
    void json_ofSettings_readsBackEqual() {
        for (String text : List.of(WHOLE, "key: s\nname: \"S \\u2028 🦉 \\\"q\\\"\"\n")) {
            StudySettings settings = read(text);
            String json = StudySettingsJson.text(settings);
            assertThat(StudySettingsReader.readJson("stored", json)).isEqualTo(settings);
            assertThat(json).doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contestant: all|study.yaml:3: found 'contestant'; allowed: the keys ",
                "k: 9|study.yaml:3: field 'k' is '9'; allowed: a whole number from 2 to 8.",
                "margin: maybe|field 'margin' is 'maybe'; allowed: true, false.",
                "reservation: 30 minutes|field 'reservation' is '30 minutes'; allowed: a time from PT1M to P30D",
                "reservation: PT5S|field 'reservation' is 'PT5S'; allowed: a time from PT1M to P30D",
                "voters: {who: everyone}|field 'voters.who' is 'everyone'; allowed: anyone, invited.",
                "voters: {quota: 0}|field 'voters.quota' is '0'; allowed: a whole number from 1 to 1000000.",
                "votes_per_matchup: some|field 'votes_per_matchup' is 'some'; allowed: a whole number from 1",
                "matchmaker: {type: elo}|field 'matchmaker.type' is 'elo'; allowed: uniform, information, rank-aware, ucb.",
                "gold: {share: 0.1}|field 'gold.share' is '0.1'; allowed: 0, or a share beside items",
                "gold: {share: 0.7, identical: true}|field 'gold.share' is '0.7'; allowed: a number from 0 to 0.5.",
                "contestants: [a]|field 'contestants' is 'a'; allowed: all, or a list of at least 2 names.",
                "contestants: [a, b, a]|field 'contestants[2]' is 'a'; allowed: each entry once.",
                "leaks: {action: hide}|field 'leaks.action' is 'hide'; allowed: mask, replace, flag, off.",
                "language: english!|field 'language' is 'english!'; allowed: a language code",
                "questions: [{id: 1st, text: T, type: text}]|field 'questions[0].id' is '1st'; allowed: a letter",
                "questions: [{id: q, text: T, type: choice}]|field 'questions[0].options' is missing; allowed: a list of 2 to 50",
                "guidelines: \"a\\u0000b\"|field 'guidelines' is 'the control character U+0000'; allowed: whole Unicode",
                "leaks: {words: [\"a\\eb\"]}|field 'leaks.words[0]' is 'the control character U+001B'",
                "questions: [{id: q, text: \"T\\b\", type: text}]|field 'questions[0].text' is 'the control character U+0008'",
                "questions: [{id: q, text: T, type: number}]|allowed: choice, choices, text, scale.",
            })
    void read_ofAWrongValue_saysWhereAndWhatIsAllowed(String line, String message) {
        assertThatThrownBy(() -> read(with(line)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_ofRulesThatContradict_saysWhy() {
        assertThatThrownBy(() -> read(with("reveal: vote\nrepeats: {share: 0.1}")))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "study.yaml:3: field 'reveal' is 'vote'; allowed: never, where gold or repeats have a share."
                                + " A reveal would tell which battles are planted.");
        assertThatThrownBy(() -> read(with("margin: true\nk: 3")))
                .isInstanceOf(UsageException.class)
                .hasMessage("study.yaml:3: field 'margin' is 'true'; allowed: true where k is 2."
                        + " A margin is between two responses.");
        assertThatThrownBy(() -> read(with("questions: [{id: q, text: T, type: text}, {id: q, text: U, type: text}]")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("field 'questions[1].id' is 'q'; allowed: an id that no other question has.");
        assertThatThrownBy(() -> read(with("k: 3\ngold: {items: [{prompt: p, responses: [a, b], expected: first}]}")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("field 'gold.items[0].responses' is 'a, b'; allowed: a list of 3 names");
    }

    @Test
    void read_ofAWrongKey_isRefused() {
        for (String key : List.of("-a", "a-", "two words", "ä", "x".repeat(65))) {
            assertThatThrownBy(() -> read("key: \"" + key + "\"\nname: S\n"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("field 'key' is '" + key)
                    .hasMessageContaining("allowed: 1 to 64 letters, digits and hyphens");
        }
        assertThatThrownBy(() -> read("key: s\n"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("field 'name' is missing");
    }

    @Test
    void readJson_ofAWrongValue_carriesTheProblem() {
        assertThatThrownBy(() -> StudySettingsReader.readJson("settings", "{\"key\":\"s\",\"name\":\"S\",\"k\":\"4\"}"))
                .isInstanceOfSatisfying(UsageException.class, e -> {
                    assertThat(e.problem()).hasValueSatisfying(problem -> {
                        assertThat(problem.field()).isEqualTo("k");
                        assertThat(problem.found()).isEqualTo("4");
                        assertThat(problem.allowed()).isEqualTo("a whole number from 2 to 8");
                    });
                });
        assertThatThrownBy(() -> StudySettingsReader.readJson("settings", "{\"key\":}"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("allowed: JSON");
    }
}
