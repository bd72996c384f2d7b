import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.leak.LeakAction;
import dev.arena.core.leak.LeakPolicy;
import dev.arena.core.leak.LeakScreen;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * How fast responses are looked through for what tells who wrote them, on one thread, by its processor time, so that other work on the
 * machine counts little.
 *
 * <p>Usage: java -cp arena.jar LeakLoad.java answers FOLDER ROUNDS (files in AlpacaEval's format) | golden FILE ROUNDS (texts of 2,000
 * characters put together from golden.txt, seed 5, so that nearly every sentence has a name). The number at the end is a hash of all
 * that was found: it is the same before and after a change.
 */
final class LeakLoad {
    private static final int GOLDEN_TEXTS = 8_000;
    private static final int LENGTH = 2_000;

    private final ArenaStore store = new InMemoryArenaStore(new Random(5));
    private long bytes;
    private int texts;

    public static void main(String[] args) throws Exception {
        LeakLoad load = new LeakLoad();
        if (args[0].equals("answers")) {
            load.answers(Path.of(args[1]));
        } else {
            load.golden(Path.of(args[1]));
        }
        load.run(args[0], Integer.parseInt(args[2]));
    }

    private void answers(Path folder) throws Exception {
        List<Path> files;
        try (var list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
        ObjectMapper json = new ObjectMapper();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".json", "");
            List<CatalogBatch.NewPrompt> prompts = new ArrayList<>();
            List<CatalogBatch.NewResponse> responses = new ArrayList<>();
            for (JsonNode row : json.readTree(file.toFile())) {
                String question = row.get("instruction").asText();
                if (keys.putIfAbsent(question, "p" + keys.size()) == null) {
                    prompts.add(new CatalogBatch.NewPrompt(origin(), keys.get(question), PromptText.of(question)));
                }
                add(responses, keys.get(question), name, row.get("output").asText());
            }
            store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
        }
    }

    private void golden(Path file) throws Exception {
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("L¦") || line.startsWith("I¦")) {
                sentences.add(line.split("¦", -1)[2].replace("\\n", "\n"));
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int prompt = 0; prompt < GOLDEN_TEXTS / 4; prompt++) {
            List<CatalogBatch.NewResponse> responses = new ArrayList<>();
            for (String name : List.of("claude-3-opus-20240229", "google/gemini-1.5-pro", "tersk", "length")) {
                StringBuilder text = new StringBuilder();
                while (text.length() < LENGTH) {
                    text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
                }
                add(responses, "p" + prompt, name, text.toString());
            }
            PromptText question = PromptText.of("Question " + prompt);
            store.catalog()
                    .apply(new CatalogBatch(
                            List.of(),
                            List.of(new CatalogBatch.NewPrompt(origin(), "p" + prompt, question)),
                            responses));
        }
    }

    private static CatalogBatch.Origin origin() {
        return new CatalogBatch.Origin("benchmark", 1);
    }

    private void add(List<CatalogBatch.NewResponse> responses, String prompt, String contestant, String text) {
        if (!text.isBlank()) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            texts++;
            responses.add(new CatalogBatch.NewResponse(origin(), prompt, contestant, ResponseText.of(text)));
        }
    }

    private void run(String what, int rounds) {
        double[] rates = new double[rounds];
        double[] waits = new double[rounds];
        LeakScreen screen = new LeakScreen(store);
        for (int round = 0; round < rounds; round++) {
            LeakPolicy policy = policy(round);
            long wall = System.nanoTime();
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            screen.withheld(policy);
            rates[round] = bytes / 1e6 / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
            waits[round] = (System.nanoTime() - wall) / 1e9;
        }
        double[] sorted = Arrays.copyOfRange(rates, rounds / 2, rounds);
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d texts, %.1f MB, %.1f MB a second of processor time (median of the later %d of %d rounds; first %.1f; last took %.2f s)%n",
                what, texts, bytes / 1e6, sorted[sorted.length / 2], sorted.length, rounds, rates[0], waits[rounds - 1]);
        System.out.printf("%d of them tell who wrote them%n", screen.counts(policy(0)).masked());
    }

    /** Another word each round, which no text has, so that nothing found before is read. */
    private static LeakPolicy policy(int round) {
        return new LeakPolicy(LeakAction.MASK, List.of("qzqz" + round), Map.of());
    }
}
