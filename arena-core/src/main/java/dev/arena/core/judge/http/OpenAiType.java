package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;
import java.util.List;

/** {@code type: openai}: any endpoint that speaks OpenAI's chat completions. */
public final class OpenAiType implements JudgeType {
    private static final double MOST_TEMPERATURE = 2;
    private static final int MOST_TOP_TOKENS = 20;
    private static final int DEFAULT_TOP_TOKENS = 5;

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        ChatReader reader = new ChatReader(name, section, templates);
        ChatSetup.Address address = reader.address(new OpenAiDialect(), "http://127.0.0.1:8000/v1");
        String model = reader.model();
        ChatSetup.Asking asking = reader.asking();
        Double temperature = reader.temperature(MOST_TEMPERATURE);
        String lengthKey = section.word("max_tokens_key", List.of("max_tokens", "max_completion_tokens"), "max_tokens");
        Sampling.Length length = new Sampling.Length(reader.maxTokens(), lengthKey);
        Long seed = section.has("seed") ? section.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0) : null;
        int topTokens = (int) section.whole("top_logprobs", 1, MOST_TOP_TOKENS, DEFAULT_TOP_TOKENS);
        boolean wanted = asking.template().wantsTokens();
        Sampling sampling = new Sampling(model, temperature, length, seed, wanted ? topTokens : 0, reader.extra());
        return reader.setup(address, asking, sampling);
    }
}
