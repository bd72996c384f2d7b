package dev.arena.core.judge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.Price;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the keys that all judges behind endpoints share. */
record ChatReader(String name, Section section, JudgeType.TemplateSource templates) {
    static final int MOST_TOKENS = 1_000_000;
    private static final int MOST_PORT = 65_535;
    static final int DEFAULT_TOKENS = 1024;

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> OWN_KEYS = Set.of(
            "model",
            "messages",
            "system",
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "seed",
            "logprobs",
            "top_logprobs",
            "stream",
            "n");

    /** The judge, once what differs between endpoints is read. */
    ChatSetup setup(ChatSetup.Address address, ChatSetup.Asking asking, Sampling sampling) {
        Limits limits = Limits.read(section);
        Optional<Price> price = Price.read(section);
        String family = section.findText("family", "the family of the model").orElse(null);
        ChatSetup.Kinship kinship = new ChatSetup.Kinship(family, yes("may_judge_itself", false));
        return new ChatSetup(name, address, asking, sampling, limits, price.orElse(null), kinship, section);
    }

    /** A key that is true or false. */
    boolean yes(String key, boolean fallback) {
        return section.word(key, List.of("true", "false"), Boolean.toString(fallback))
                .equals("true");
    }

    ChatSetup.Address address(Dialect dialect, String example) {
        return new ChatSetup.Address(url(dialect.path(), example), keyVariable(), dialect);
    }

    String model() {
        return section.text("model", "the model's name at the endpoint");
    }

    ChatSetup.Asking asking() {
        JudgeTemplate template = templates.find(section, "template", "pair");
        return new ChatSetup.Asking(template, yes("nudge", true));
    }

    @Nullable
    Double temperature(double most) {
        OptionalDouble temperature = section.findNumber("temperature", 0, most);
        return temperature.isPresent() ? Double.valueOf(temperature.getAsDouble()) : null;
    }

    int maxTokens() {
        return (int) section.whole("max_tokens", 1, MOST_TOKENS, DEFAULT_TOKENS);
    }

    /** Further keys of the request's body. */
    ObjectNode extra() {
        Map<String, @Nullable Object> extra = section.findTree("extra", "keys of the request's body with their values");
        for (String key : extra.keySet()) {
            if (OWN_KEYS.contains(key)) {
                throw section.bad(
                        "extra",
                        "a value for " + key,
                        "keys that the judge does not set itself",
                        "Use the judge's own keys for what they can say; replies are never streamed.");
            }
        }
        return Dialect.MAPPER.valueToTree(extra);
    }

    private URI url(String path, String example) {
        String allowed = "an address such as " + example + ", without a key, a query or " + path;
        String text = section.text("base_url", allowed);
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getHost() != null
                    && uri.getPort() <= MOST_PORT
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            if (http && plain && uri.getUserInfo() == null && !uri.getPath().endsWith(path)) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw section.bad("base_url", "an address that cannot be read", allowed, "");
        }
        throw section.bad("base_url", text.contains("@") ? "an address with a name in it" : text, allowed, "");
    }

    private @Nullable String keyVariable() {
        String allowed = "the name of an environment variable, such as OPENAI_API_KEY";
        Optional<String> variable = section.findText("api_key_env", allowed);
        if (variable.isPresent() && !VARIABLE.matcher(variable.get()).matches()) {
            String next = "Never write a key into a file: put it into the environment and name the variable here.";
            throw section.bad("api_key_env", "a value that is no name of a variable", allowed, next);
        }
        return variable.orElse(null);
    }
}
