package dev.arena.core.judge.http;

import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.Price;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code type: openai}: any endpoint that speaks OpenAI's chat completions. */
public final class OpenAiType implements JudgeType {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MOST_THREADS = 1024;
    private static final int DEFAULT_THREADS = 4;
    private static final int MOST_TOKENS = 1_000_000;
    private static final int DEFAULT_TOKENS = 1024;
    private static final int MOST_RETRIES = 20;
    private static final int DEFAULT_RETRIES = 5;
    private static final double DEFAULT_TIMEOUT_S = 120;
    private static final double LEAST_TIMEOUT_S = 0.01;
    private static final double MOST_TIMEOUT_S = 3600;
    private static final double MOST_TEMPERATURE = 2;
    private static final double MILLIS = 1000;

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        URI url = url(section);
        String model = section.text("model", "the model's name at the endpoint");
        String keyVariable = keyVariable(section);
        JudgeTemplate template = templates.find(section, "template", "pair");
        OptionalDouble temperature = section.findNumber("temperature", 0, MOST_TEMPERATURE);
        int maxTokens = (int) section.whole("max_tokens", 1, MOST_TOKENS, DEFAULT_TOKENS);
        int concurrency = (int) section.whole("concurrency", 1, MOST_THREADS, DEFAULT_THREADS);
        Integer rpm = section.has("rpm") ? (int) section.whole("rpm", 1, Integer.MAX_VALUE, 1) : null;
        Integer tpm = section.has("tpm") ? (int) section.whole("tpm", 1, Integer.MAX_VALUE, 1) : null;
        int retries = (int) section.whole("max_retries", 0, MOST_RETRIES, DEFAULT_RETRIES);
        double seconds =
                section.findNumber("timeout_s", LEAST_TIMEOUT_S, MOST_TIMEOUT_S).orElse(DEFAULT_TIMEOUT_S);
        boolean nudge = section.word("nudge", List.of("true", "false"), "true").equals("true");
        Optional<Price> price = Price.read(section);
        OpenAiSetup.Sampling sampling =
                new OpenAiSetup.Sampling(model, temperature.isPresent() ? temperature.getAsDouble() : null, maxTokens);
        OpenAiSetup.Limits limits =
                new OpenAiSetup.Limits(concurrency, rpm, tpm, retries, Duration.ofMillis((long) (seconds * MILLIS)));
        return new OpenAiSetup(name, url, keyVariable, template, sampling, limits, price.orElse(null), nudge);
    }

    private static URI url(Section section) {
        String allowed = "an address such as http://127.0.0.1:8000/v1, without a key, a query or /chat/completions";
        String text = section.text("base_url", allowed);
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null;
            if (http && plain && uri.getUserInfo() == null && !uri.getPath().endsWith("/chat/completions")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw section.bad("base_url", "an address that cannot be read", allowed, "");
        }
        throw section.bad("base_url", text.contains("@") ? "an address with a name in it" : text, allowed, "");
    }

    private static @Nullable String keyVariable(Section section) {
        String allowed = "the name of an environment variable, such as OPENAI_API_KEY";
        Optional<String> variable = section.findText("api_key_env", allowed);
        if (variable.isPresent() && !VARIABLE.matcher(variable.get()).matches()) {
            String next = "Never write a key into a file: put it into the environment and name the variable here.";
            throw section.bad("api_key_env", "a value that is no name of a variable", allowed, next);
        }
        return variable.orElse(null);
    }
}
