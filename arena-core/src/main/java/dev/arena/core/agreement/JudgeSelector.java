package dev.arena.core.agreement;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Some of the judges, in words: a kind ({@code human}, {@code llm}, …), {@code all} for every kind but people, a name, or a name in
 * which {@code *} stands for any characters.
 */
public final class JudgeSelector {
    private static final String OTHERS = "all";

    private final String text;
    private final Optional<JudgeKind> kind;
    private final Pattern name;

    private JudgeSelector(String text, Optional<JudgeKind> kind, Pattern name) {
        this.text = text;
        this.kind = kind;
        this.name = name;
    }

    private static JudgeSelector of(String text) {
        Optional<JudgeKind> kind = Arrays.stream(JudgeKind.values())
                .filter(value -> value.word().equals(text))
                .findFirst();
        String pattern =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return new JudgeSelector(text, kind, Pattern.compile(pattern));
    }

    /**
     * The judges that a word stands for.
     *
     * @param flag where the word was given, for messages
     * @throws UsageException if the word is empty
     */
    public static JudgeSelector parse(String flag, String word) {
        String stripped = word.strip();
        if (stripped.isEmpty()) {
            String kinds =
                    Arrays.stream(JudgeKind.values()).map(JudgeKind::word).collect(Collectors.joining(", "));
            throw new UsageException(flag
                    + " is empty; use a judge's name (* stands for any characters), all, or a kind: " + kinds + ".");
        }
        return of(stripped);
    }

    /** The judge of that name, whatever it is. */
    public static JudgeSelector named(String name) {
        return new JudgeSelector(name, Optional.empty(), Pattern.compile(Pattern.quote(name)));
    }

    /** People. */
    public static JudgeSelector people() {
        return of(JudgeKind.HUMAN.word());
    }

    /** Whether a judge is one of them; rules of the arena are only where named. */
    public boolean matches(@Nullable String judge, JudgeKind judgeKind) {
        if (kind.isPresent()) {
            return kind.get() == judgeKind;
        }
        if (text.equals(OTHERS)) {
            return judgeKind != JudgeKind.HUMAN && judgeKind != JudgeKind.RULE;
        }
        return judge != null && name.matcher(judge).matches();
    }

    /** Whether any of some words matches. */
    static boolean anyMatches(List<JudgeSelector> some, @Nullable String judge, JudgeKind judgeKind) {
        return some.stream().anyMatch(selector -> selector.matches(judge, judgeKind));
    }

    /** The words of several, for settings. */
    static String words(List<JudgeSelector> some) {
        return some.stream().map(JudgeSelector::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return text;
    }
}
