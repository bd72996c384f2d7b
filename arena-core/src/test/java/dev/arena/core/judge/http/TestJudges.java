package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.util.List;
import java.util.Map;

/** Judges as a tournament file would describe them. */
final class TestJudges {
    static final JudgeCase CASE =
            JudgeCase.blind(PromptText.of("What is 2 + 2?"), List.of(ResponseText.of("4"), ResponseText.of("5")), 7);

    private static final String COMMON = """
        base_url: %s
        model: some-model
        api_key_env: TEST_KEY
        temperature: 0
        max_tokens: 64
        nudge: false
        concurrency: 1
        timeout_s: 30
        price: {input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}
        """;

    private TestJudges() {}

    /** A judge read from the keys common to these tests and further ones, which replace them. */
    static JudgeSetup read(JudgeType type, String baseUrl, String more) {
        StringBuilder yaml = new StringBuilder();
        for (String line : COMMON.formatted(baseUrl).split("\n", -1)) {
            String key = line.substring(0, Math.max(0, line.indexOf(':') + 1));
            if (key.isEmpty() || !("\n" + more).contains("\n" + key)) {
                yaml.append(line).append('\n');
            }
        }
        Section section = YamlDocument.read("judge.yaml", yaml + more + "\n");
        JudgeSetup setup = type.read("big", section, (judge, key, fallback) -> TemplateReader.preset("pair"));
        section.finish();
        return setup;
    }

    static JudgeSetup openAi(String baseUrl, String more) {
        return read(new OpenAiType(), baseUrl, more);
    }

    /** Makes a judge ready in a time of its own. */
    static ActingJudge open(JudgeSetup setup, VirtualTime time) {
        return setup.open(world(time));
    }

    static JudgeSetup.World world(VirtualTime time) {
        return new JudgeSetup.World(Map.of("TEST_KEY", "sk-secret"), time, time, 1);
    }
}
