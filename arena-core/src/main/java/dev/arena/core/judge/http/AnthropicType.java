package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;

/** {@code type: anthropic}: an endpoint that speaks Anthropic's messages. */
public final class AnthropicType implements JudgeType {
    private static final double MOST_TEMPERATURE = 1;

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        ChatReader reader = new ChatReader(name, section, templates);
        ChatSetup.Address address = reader.address(new AnthropicDialect(), "https://api.anthropic.com/v1");
        String model = reader.model();
        ChatSetup.Asking asking = reader.asking();
        if (asking.template().wantsTokens()) {
            throw section.bad(
                    "template",
                    asking.template().name(),
                    "a template that needs no alternatives of tokens, which this type of endpoint does not tell",
                    "Use another template, or type: openai.");
        }
        Double temperature = reader.temperature(MOST_TEMPERATURE);
        Sampling.Length length = new Sampling.Length(reader.maxTokens(), "max_tokens");
        Sampling sampling = new Sampling(model, temperature, length, null, 0, reader.extra());
        return reader.setup(address, asking, sampling);
    }
}
