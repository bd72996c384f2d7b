package dev.arena.core.judge.http;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.AskingJudge;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.Price;
import dev.arena.core.judge.Question;
import dev.arena.core.judge.Seats;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A judge behind an OpenAI-compatible endpoint as its file describes it. */
record OpenAiSetup(
        String name,
        URI baseUrl,
        @Nullable String keyVariable,
        JudgeTemplate template,
        Sampling sampling,
        Limits limits,
        @Nullable Price price,
        boolean nudge)
        implements JudgeSetup {
    private static final int CHARACTERS_A_TOKEN = 4;

    /**
     * What the model is and how it is sampled; part of the judge's version.
     *
     * @param temperature null leaves it to the endpoint
     */
    record Sampling(String model, @Nullable Double temperature, int maxTokens) {}

    /** How hard the endpoint may be used; changes no verdict. */
    record Limits(
            int concurrency,
            @Nullable Integer rpm,
            @Nullable Integer tpm,
            int retries,
            Duration timeout) {}

    @Override
    public JudgeDraft identity() {
        String temperature = sampling.temperature() == null
                ? "default"
                : sampling.temperature().toString();
        String version = sampling.model() + "/" + template.version() + "/temperature=" + temperature + ",max_tokens="
                + sampling.maxTokens() + (nudge ? "" : ",nudge=false");
        return new JudgeDraft(JudgeKind.LLM, name, version);
    }

    @Override
    public int concurrency() {
        return limits.concurrency();
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public boolean priced() {
        return price != null;
    }

    @Override
    public Optional<LocalDate> pricedOn() {
        return Optional.ofNullable(price).map(Price::asOf);
    }

    @Override
    public Seats seats() {
        return template.seats();
    }

    @Override
    public void check(List<String> contestants) {
        // Asked about texts only; who competes does not matter.
    }

    @Override
    public Optional<Quote> quote(JudgeCase judgeCase) {
        Optional<Question> question = template.render(judgeCase);
        if (question.isEmpty()) {
            return Optional.of(new Quote("(not asked: the template needs a reference)", 0, 0.0, 0.0));
        }
        String shown = question.get().shown();
        long tokens = tokens(question.get());
        return Optional.of(new Quote(
                shown,
                tokens,
                price == null ? null : Double.valueOf(price.of(tokens, 0)),
                price == null ? null : Double.valueOf(price.of(tokens, sampling.maxTokens()))));
    }

    /** Estimated tokens of a question, at four characters a token. */
    static long tokens(Question question) {
        String system = question.system();
        int characters = question.user().length() + (system == null ? 0 : system.length());
        return (characters + CHARACTERS_A_TOKEN - 1L) / CHARACTERS_A_TOKEN;
    }

    @Override
    public ActingJudge open(World world) {
        Endpoint endpoint =
                new Endpoint(URI.create(baseUrl + "/chat/completions"), key(world.environment()), limits.timeout());
        OpenAiChat chat = new OpenAiChat(endpoint, sampling, limits, world);
        return new AskingJudge(identity(), template, price, chat, nudge);
    }

    private @Nullable String key(Map<String, String> environment) {
        if (keyVariable == null) {
            return null;
        }
        String key = environment.getOrDefault(keyVariable, "").strip();
        if (key.isEmpty()) {
            throw new UsageException("Judge '" + name + "' needs a key in the environment variable " + keyVariable
                    + ", which is not set. Set it, or remove api_key_env if the endpoint needs no key.");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UsageException("The environment variable " + keyVariable + " of judge '" + name
                    + "' holds characters that no key has. Set it to the key alone.");
        }
        return key;
    }
}
