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

    static final String RESPONSE = "response_";

    private static final int SHORT = 12;

    private final String name;
    private final @Nullable String system;
    private final String user;
    private final VerdictParser parser;
    private final Seats seats;
    private final List<String> names;
    private final Optional<Pattern> forged;

    JudgeTemplate(String name, @Nullable String system, String user, VerdictParser parser, Seats seats) {
        this.name = name;
        this.system = system;
        this.user = user;
        this.parser = parser;
        this.seats = seats;
        this.names = names((system == null ? "" : system) + "\n" + user);
        this.forged = parser.forged();
    }

    /** The name by which a judge asked for it. */
    public String name() {
        return name;
    }

    /** Name and hash: changes whenever a question or the reading of a reply can change. */
    public String version() {
        String nudges = parser.nudge(seats.least()) + parser.nudge(seats.most());
        String hash = Hash.of(system == null ? "" : system, user, parser.description(), nudges, Fence.VERSION);
        return name + "@" + hash.substring(0, SHORT);
    }

    /** How many responses it can show and have judged. */
    public Seats seats() {
        return seats;
    }

    /**
     * The question about a case; empty where the template needs a reference and the case has none.
     *
     * @throws IllegalArgumentException if the case has more or fewer responses than {@link #seats()}
     */
    public Optional<Question> render(JudgeCase judgeCase) {
        int count = judgeCase.responses().size();
        if (!seats.holds(count)) {
            throw new IllegalArgumentException(
                    "the template " + name + " shows " + seats.shown() + " responses, the case has " + count);
        }
        if (judgeCase.prompt().reference() == null && names().contains("reference")) {
            return Optional.empty();
        }
        Fence fence = new Fence(judgeCase.seed(), forged);
        List<String> parts = new ArrayList<>();
        if (system != null) {
            parts.add(fill(system, judgeCase, fence).strip());
        }
        parts.add(fence.notice());
        return Optional.of(new Question(
                String.join("\n\n", parts), fill(user, judgeCase, fence).strip()));
    }

    /**
     * The same template with the labels of the two positions exchanged, in its words and in the reading of replies: what was called A
     * is called B, in the same place. Empty where the positions have no labels that stand in the template's words.
     */
    Optional<JudgeTemplate> exchanged() {
        String words = (system == null ? "" : system) + "\n" + user;
        boolean shown = parser.labels().size() == 2
                && parser.labels().stream().allMatch(words::contains)
                && !names().contains("responses");
        return shown
                ? Optional.of(new JudgeTemplate(
                        name, system == null ? null : exchanged(system), exchanged(user), parser.exchanged(), seats))
                : Optional.empty();
    }

    private String exchanged(String text) {
        String first = parser.labels().get(0);
        String second = parser.labels().get(1);
        return Pattern.compile(Pattern.quote(first) + "|" + Pattern.quote(second))
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().equals(first) ? second : first));
    }

    /** Whether its labels can be exchanged. */
    public boolean hasLabels() {
        return exchanged().isPresent();
    }

    /**
     * The verdict in a reply, or an abstention that says why there is none.
     *
     * @param seats how many responses were shown
     */
    public Verdict parse(Reply reply, int seats) {
        return reply.text().isBlank() ? VerdictParser.unparsed("the reply is empty") : parser.parse(reply, seats);
    }

    /** The verdict on two responses in a text alone. */
    public Verdict parse(String text) {
        return parse(Reply.of(text), 2);
    }

    /** What is asked once after a reply that cannot be read; empty where asking again cannot help. */
    public Optional<String> nudge(Reply reply, int seats) {
        return parser.mayNudge(reply) ? Optional.of(parser.nudge(seats)) : Optional.empty();
    }

    /** Whether the alternatives of each token are needed. */
    public boolean wantsTokens() {
        return parser.wantsTokens();
    }

    private List<String> names() {
        return names;
    }

    /** The names in braces in a text, in order. */
    static List<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private String fill(String text, JudgeCase judgeCase, Fence fence) {
        return NAME.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), judgeCase, fence)));
    }

    private String value(String asked, JudgeCase judgeCase, Fence fence) {
        String own = parser.texts().get(asked);
        if (own != null) {
            return own;
        }
        if (asked.equals("prompt")) {
            return fence.around(judgeCase.prompt().turns());
        }
        String reference = judgeCase.prompt().reference();
        if (asked.equals("reference") && reference != null) {
            return fence.around(List.of(reference));
        }
        if (asked.equals("responses")) {
            return all(judgeCase, fence);
        }
        int position = Integer.parseInt(asked.substring(RESPONSE.length()));
        return fence.around(judgeCase.responses().get(position - 1).turns());
    }

    /** All responses, each under the letter of its position. */
    private static String all(JudgeCase judgeCase, Fence fence) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < judgeCase.responses().size(); i++) {
            String text = fence.around(judgeCase.responses().get(i).turns());
            parts.add("Response " + VerdictParser.LETTERS.charAt(i) + ":\n" + text);
        }
        return String.join("\n\n", parts);
    }
}
