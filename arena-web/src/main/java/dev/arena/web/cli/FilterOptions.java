package dev.arena.web.cli;

import dev.arena.core.leaderboard.FilterTime;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that choose which votes are rated. */
final class FilterOptions {
    @Option(names = "--judge", paramLabel = "NAME", description = "Only votes of this judge; may be repeated.")
    List<String> judges = List.of();

    @Option(
            names = "--judge-kind",
            paramLabel = "KIND",
            split = ",",
            description =
                    "Only votes of judges of this kind: human, llm, metric, command, jury, replay, scripted or rule.")
    List<String> judgeKinds = List.of();

    @Option(names = "--category", paramLabel = "NAME", description = "Only prompts of this category; may be repeated.")
    List<String> categories = List.of();

    @Option(
            names = {"--language", "--lang"},
            paramLabel = "CODE",
            description = "Only this language; may be repeated.")
    List<String> languages = List.of();

    @Option(names = "--run", paramLabel = "RUN-ID", description = "Only votes of this run; may be repeated.")
    List<String> runs = List.of();

    @Option(names = "--study", paramLabel = "KEY", description = "Only votes of this study; may be repeated.")
    List<String> studies = List.of();

    @Option(
            names = "--exclude-models",
            paramLabel = "NAME",
            split = ",",
            description = "Leave out votes on these models; may be repeated.")
    List<String> excluded = List.of();

    @Option(names = "--since", paramLabel = "TIME", description = "Only votes from this day or instant on (UTC).")
    @Nullable
    String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only votes before this day or instant (UTC).")
    @Nullable
    String until;

    /**
     * The filter that the flags ask for.
     *
     * @throws UsageException for a value that is not allowed
     */
    VoteFilter filter() {
        Set<JudgeKind> kinds = new LinkedHashSet<>();
        for (String kind : judgeKinds) {
            kinds.add(Words.parse("--judge-kind", kind, JudgeKind.class));
        }
        return new VoteFilter(
                Set.copyOf(judges),
                kinds,
                Set.copyOf(categories),
                Set.copyOf(languages),
                Set.copyOf(runs),
                Set.copyOf(studies),
                Set.copyOf(excluded),
                instant("--since", since),
                instant("--until", until),
                Set.of());
    }

    private static @Nullable Long instant(String flag, @Nullable String text) {
        if (text == null) {
            return null;
        }
        OptionalLong time = FilterTime.parse(text);
        if (time.isEmpty()) {
            throw new UsageException(flag + " '" + text + "' is not allowed; use " + FilterTime.ALLOWED + ".");
        }
        return time.getAsLong();
    }
}
