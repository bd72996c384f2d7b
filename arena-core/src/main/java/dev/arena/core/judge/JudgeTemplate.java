package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a case into words and a reply into a verdict. Checked when it is read. */
public final class JudgeTemplate {
    static final Pattern NAME = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private static final int SHORT = 12;

    private final String name;
    private final @Nullable String system;
    private final String user;
    private final VerdictParser parser;

    JudgeTemplate(String name, @Nullable String system, String user, VerdictParser parser) {
        this.name = name;
        this.system = system;
        this.user = user;
        this.parser = parser;
    }

    /** The name by which a judge asked for it. */
    public String name() {
        return name;
    }

    /** Name and hash: changes whenever a question or the reading of a reply can change. */
    public String version() {
        String hash = Hash.of(system == null ? "" : system, user, parser.description(), parser.nudge());
        return name + "@" + hash.substring(0, SHORT);
    }

    /** The question about a case; empty where the template needs a reference and the case has none. */
    public Optional<Question> render(JudgeCase judgeCase) {
        if (judgeCase.prompt().reference() == null && needsReference()) {
            return Optional.empty();
        }
        Fence fence = new Fence(judgeCase.seed());
        List<String> parts = new ArrayList<>();
        if (system != null) {
            parts.add(fill(system, judgeCase, fence).strip());
        }
        parts.add(fence.notice());
        return Optional.of(new Question(
                String.join("\n\n", parts), fill(user, judgeCase, fence).strip()));
    }

    /** The verdict in a reply, or an abstention that says why there is none. */
    public Verdict parse(Reply reply) {
        return parser.parse(reply);
    }

    /** The verdict in a text alone. */
    public Verdict parse(String text) {
        return parser.parse(text);
    }

    /** What is asked once after a reply that cannot be read. */
    public String nudge() {
        return parser.nudge();
    }

    /** Whether the alternatives of each token are needed. */
    public boolean wantsTokens() {
        return parser.wantsTokens();
    }

    private boolean needsReference() {
        return names().contains("reference");
    }

    /** The names in braces of both parts. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher((system == null ? "" : system) + "\n" + user);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String fill(String text, JudgeCase judgeCase, Fence fence) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(fence.around(value(match.group(1), judgeCase))));
    }

    private static List<String> value(String name, JudgeCase judgeCase) {
        if (name.equals("prompt")) {
            return judgeCase.prompt().turns();
        }
        String reference = judgeCase.prompt().reference();
        if (name.equals("reference") && reference != null) {
            return List.of(reference);
        }
        int position = Integer.parseInt(name.substring("response_".length()));
        return judgeCase.responses().get(position - 1).turns();
    }
}
