package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.AskingJudge;
import dev.arena.core.judge.Inquiry;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A judge behind an endpoint for chats as its file describes it.
 *
 * @param settings where it stands in the file, for messages
 */
record ChatSetup(
        String name,
        Address address,
        Asking asking,
        Sampling sampling,
        Limits limits,
        @Nullable Price price,
        Kinship kinship,
        Section settings)
        implements JudgeSetup {
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int MOST_SPARE = 64;

    /**
     * Where it is and how it is spoken to.
     *
     * @param keyVariable the environment variable that holds the key, or null
     */
    record Address(URI baseUrl, @Nullable String keyVariable, Dialect dialect) {}

    /** How it is asked; a nudge is one more question after a reply that cannot be read. */
    record Asking(JudgeTemplate template, boolean nudge) {}

    /**
     * Whom it is related to.
     *
     * @param family models of one maker, or null
     * @param mayJudgeItself whether it may be its own contestant
     */
    record Kinship(@Nullable String family, boolean mayJudgeItself) {}

    @Override
    public JudgeDraft identity() {
        String version = sampling.version(asking.template().version(), asking.nudge());
        return new JudgeDraft(JudgeKind.LLM, name, version);
    }

    @Override
    public int concurrency() {
        return limits.concurrency();
    }

    /** Some more than may be in flight, so that storing an answer holds no request back. */
    @Override
    public int workers() {
        return limits.concurrency() + Math.min(MOST_SPARE, limits.concurrency());
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
    public Optional<String> family() {
        return Optional.ofNullable(kinship.family());
    }

    @Override
    public boolean labelsPositions() {
        return asking.template().hasLabels();
    }

    @Override
    public Seats seats() {
        return asking.template().seats();
    }

    @Override
    public void check(List<String> contestants) {
        String model = plain(sampling.model());
        for (String contestant : contestants) {
            if (!kinship.mayJudgeItself() && plain(contestant).equals(model)) {
                throw settings.bad(
                        "model",
                        sampling.model(),
                        "a model that is not among the contestants, since judges favour their own answers",
                        "Add 'may_judge_itself: true' to judge '" + name + "' if contestant '" + contestant
                                + "' is meant to be judged by itself.");
            }
        }
    }

    /** A model's name without its maker before a slash, in small letters. */
    private static String plain(String model) {
        return model.substring(model.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Quote> quote(JudgeCase judgeCase) {
        Optional<Question> question = asking.template().render(judgeCase);
        if (question.isEmpty()) {
            return Optional.of(new Quote("(not asked: the template needs a reference)", 0, 0.0, 0.0));
        }
        String shown = question.get().shown();
        long tokens = tokens(question.get());
        return Optional.of(new Quote(
                shown,
                tokens,
                price == null ? null : Double.valueOf(price.of(tokens, 0)),
                price == null
                        ? null
                        : Double.valueOf(price.of(tokens, sampling.length().tokens()))));
    }

    @Override
    public Optional<String> key(JudgeCase judgeCase) {
        AskingJudge speechless = new AskingJudge(
                identity(),
                asking.template(),
                price,
                question -> {
                    throw new IllegalStateException("only the key is wanted");
                },
                asking.nudge());
        return speechless.inquire(judgeCase).map(Inquiry::key);
    }

    /** Estimated tokens of a question, at four characters a token. */
    static long tokens(Question question) {
        String system = question.system();
        long characters = (long) question.user().length() + (system == null ? 0 : system.length());
        Question.FollowUp followUp = question.followUp();
        if (followUp != null) {
            characters += followUp.reply().length() + followUp.request().length();
        }
        return (characters + CHARACTERS_A_TOKEN - 1L) / CHARACTERS_A_TOKEN;
    }

    @Override
    public ActingJudge open(World world) {
        String key = key(world.environment());
        Dialect dialect = address.dialect();
        URI uri = URI.create(address.baseUrl() + dialect.path());
        Endpoint endpoint =
                new Endpoint(uri, key, dialect.headers(key), limits.patience().attempt());
        HttpChat chat = new HttpChat(endpoint, dialect, sampling, limits, world);
        return new AskingJudge(identity(), asking.template(), price, chat, asking.nudge());
    }

    private @Nullable String key(Map<String, String> environment) {
        String variable = address.keyVariable();
        if (variable == null) {
            return null;
        }
        String key = environment.getOrDefault(variable, "").strip();
        if (key.isEmpty()) {
            throw new UsageException("Judge '" + name + "' needs a key in the environment variable " + variable
                    + ", which is not set. Set it, or remove api_key_env if the endpoint needs no key.");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UsageException("The environment variable " + variable + " of judge '" + name
                    + "' holds characters that no key has. Set it to the key alone.");
        }
        return key;
    }
}
