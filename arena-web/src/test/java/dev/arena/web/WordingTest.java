package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.VoteStore;
import dev.arena.ratings.wording.Phrase;
import dev.arena.ratings.wording.Sentence;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sentences of the server and those of the page are the same. {@code frontend/test/phrases.json} lists every sentence that has a code,
 * {@code frontend/test/answers.json} what a server really answered; the page's own test reads both. After a change of a sentence write them
 * anew with {@code mvn -pl arena-web -am test -Dtest=WordingTest -Darena.writeDocs=true}, and translate what is new.
 */
class WordingTest {
    private static final long SEED = 20261122;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FRONTEND = Path.of(System.getProperty("arena.root"), "frontend");
    private static final List<String> BOARDS = List.of(
            "",
            "method=elo",
            "method=win-rate",
            "method=davidson&ties=half",
            "method=newman&ci=none",
            "method=plackett-luce",
            "style=length",
            "position=judge",
            "judge_kind=human",
            "swap=tie",
            "until=2026-11-01");

    private static List<Phrase> phrases() {
        List<Phrase> phrases = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.arena")
                .get(Phrase.class)
                .getAllSubclasses()) {
            if (type.isEnum()) {
                for (Object phrase : type.reflect().getEnumConstants()) {
                    phrases.add((Phrase) phrase);
                }
            }
        }
        phrases.sort(Comparator.comparing(Phrase::code));
        return phrases;
    }

    private static void assertKept(String name, JsonNode now) throws IOException {
        Path kept = FRONTEND.resolve("test").resolve(name);
        if (Boolean.getBoolean("arena.writeDocs")) {
            Files.writeString(kept, JSON.writeValueAsString(now) + "\n");
        }
        assertThat(JSON.readTree(kept.toFile())).as(name).isEqualTo(JSON.readTree(JSON.writeValueAsString(now)));
    }

    @Test
    void phrases_everyOne_isOnTheListOfThePage() throws IOException {
        List<Phrase> phrases = phrases();
        ArrayNode list = JSON.createArrayNode();
        for (Phrase phrase : phrases) {
            ObjectNode entry = list.addObject();
            entry.put("code", phrase.code());
            if (phrase.counts()) {
                entry.put("one", phrase.one());
            }
            entry.put("other", phrase.other());
            ArrayNode examples = entry.putArray("examples");
            for (long count : phrase.counts() ? new long[] {1, 3} : new long[] {3}) {
                examples.add(JSON.valueToTree(example(phrase, count)));
            }
        }

        assertThat(phrases).hasSizeGreaterThan(150);
        assertThat(phrases.stream().map(Phrase::code)).doesNotHaveDuplicates();
        assertKept("phrases.json", list);
    }

    private static Sentence example(Phrase phrase, long count) {
        List<Object> values = new ArrayList<>();
        phrase.gaps().forEach((name, form) -> {
            values.add(name);
            values.add(
                    switch (form) {
                        case "" -> name.equals("count") ? count : name.endsWith("s") ? List.of("a b", "c") : "2048";
                        case "signed2" -> -0.25;
                        case "exact" -> 0.5;
                        default -> 0.123;
                    });
        });
        return phrase.say(values.toArray());
    }

    @Test
    void phrases_everyOne_isSaidInThePagesEnglishLikeInTheServers() throws IOException {
        JsonNode english =
                JSON.readTree(FRONTEND.resolve("src/sentences/messages/en.json").toFile());

        for (Phrase phrase : phrases()) {
            String code = phrase.code();
            if (phrase.counts()) {
                assertThat(english.path(code + ".one").asText()).as(code).isEqualTo(phrase.one());
                assertThat(english.path(code + ".other").asText()).as(code).isEqualTo(phrase.other());
            } else {
                assertThat(english.path(code).asText()).as(code).isEqualTo(phrase.other());
            }
        }
    }

    @Test
    void exclusions_everyAbstentionAndPlantedBattle_hasAName() {
        List<String> codes = phrases().stream().map(Phrase::code).toList();

        for (AbstentionReason reason : AbstentionReason.values()) {
            assertThat(codes).contains("excluded_" + reason.word());
        }
        assertThat(codes).contains("excluded_" + StudyPart.GOLD.word(), "excluded_" + StudyPart.REPEAT.word());
    }

    /** Two judges and two people, of whom one always prefers the first position; one more is left out, another counts less. */
    private static ArenaStore voted() {
        InMemoryArenaStore store = new InMemoryArenaStore(new Random(SEED));
        store.catalog().apply(TestArena.catalog(6, "alpha", "beta", "gamma", "delta"));
        List<ResponseHead> heads = store.catalog().listCurrentResponses();
        Random chance = new Random(SEED);
        List<VoteStore.NewVote> votes = new ArrayList<>();
        for (String name : List.of("big", "ann", "bob", "cem", "dee")) {
            JudgeKind kind = name.equals("big") ? JudgeKind.LLM : JudgeKind.HUMAN;
            Judge judge = store.judges().put(new JudgeDraft(kind, name, ""));
            for (int number = 0; number < (kind == JudgeKind.LLM ? 80 : 20); number++) {
                ResponseHead one = heads.get(chance.nextInt(heads.size()));
                ResponseHead other = heads.stream()
                        .filter(head -> head.prompt().equals(one.prompt()) && !head.equals(one))
                        .toList()
                        .get(chance.nextInt(3));
                Verdict verdict = name.equals("bob") || chance.nextInt(3) > 0 ? Verdict.first() : Verdict.second();
                votes.add(vote(judge, List.of(one, other), verdict, votes.size()));
            }
        }
        store.votes().appendAll(votes);
        store.quality().append(List.of(decision(store, "cem", 0, "betting"), decision(store, "dee", 0.5, "careless")));
        return store;
    }

    private static VoterDecision decision(ArenaStore store, String voter, double weight, String reason) {
        Judge judge = store.judges().listJudges().stream()
                .filter(known -> known.name().equals(voter))
                .findFirst()
                .orElseThrow();
        VoterDecision.Action action = weight == 0 ? VoterDecision.Action.EXCLUDE : VoterDecision.Action.WEIGHT;
        return new VoterDecision(judge.id(), null, action, weight, reason, "{}", "rules", TestArena.NOW);
    }

    private static VoteStore.NewVote vote(Judge judge, List<ResponseHead> seats, Verdict verdict, int number) {
        BattleDraft battle = new BattleDraft(
                "token-" + number,
                seats.get(0).prompt(),
                seats.stream()
                        .map(head -> new Seat(head.contestant(), head.id()))
                        .toList(),
                null,
                null,
                BattleOrigin.imported("key-" + number),
                BattleTags.NONE,
                TestArena.NOW.plusSeconds(number));
        return new VoteStore.NewVote(
                battle,
                new VoteDraft(
                        judge.id(), verdict, "k" + number, "b", 1, null, 200L, TestArena.NOW.plusSeconds(number)));
    }

    @Test
    void answers_ofARealServer_areMadeOfSentencesThatThePageKnows() throws IOException {
        Map<String, JsonNode> said = new TreeMap<>();
        Map<String, Boolean> numbers = new TreeMap<>();
        try (TestArena arena = TestArena.over(voted())) {
            TestClient admin = arena.admin();
            for (String query : BOARDS) {
                JsonNode board = read(admin, "/api/leaderboard?" + query);
                for (JsonNode warning : board.path("warnings")) {
                    keep(said, warning.path("message").asText(), warning.path("reasons"));
                }
                for (JsonNode check : trust(admin, query).path("checks")) {
                    keep(
                            said,
                            check.path("summary").asText(),
                            JSON.createArrayNode().add(check.path("reason")));
                    keep(
                            said,
                            check.path("detail").asText(),
                            JSON.createArrayNode().add(check.path("rule")));
                    check.path("numbers").fieldNames().forEachRemaining(name -> numbers.put(name, true));
                }
                board.path("excluded").fieldNames().forEachRemaining(word -> numbers.put("reason_" + word, true));
            }
            for (JsonNode voter : read(admin, "/api/admin/quality").path("voters")) {
                for (JsonNode signal : voter.path("signals")) {
                    keep(
                            said,
                            signal.path("detail").asText(),
                            JSON.createArrayNode().add(signal.path("reason")));
                }
            }
        }

        assertThat(said.keySet())
                .anyMatch(message -> message.contains("were left out"))
                .anyMatch(message -> message.startsWith("Not for this method: method elo depends"))
                .anyMatch(message -> message.contains("By decisions on voters"))
                .anyMatch(message -> message.contains("sooner than the responses can be read"));
        ObjectNode answers = JSON.createObjectNode();
        answers.set("said", JSON.valueToTree(said));
        answers.set("numbers", JSON.valueToTree(numbers.keySet()));
        assertKept("answers.json", answers);
    }

    private static void keep(Map<String, JsonNode> said, String message, JsonNode reasons) {
        List<String> sentences = new ArrayList<>();
        reasons.forEach(reason -> sentences.add(reason.path("message").asText()));
        assertThat(String.join(" ", sentences)).isEqualTo(message);
        said.put(message, reasons);
    }

    private static JsonNode read(TestClient client, String path) {
        HttpResponse<String> response = client.get(path);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
        return TestClient.json(response);
    }

    private static JsonNode trust(TestClient client, String query) {
        return Stream.generate(() -> read(client, "/api/leaderboard/trust?" + query))
                .filter(trust -> !trust.path("computing").asBoolean())
                .findFirst()
                .orElseThrow();
    }
}
