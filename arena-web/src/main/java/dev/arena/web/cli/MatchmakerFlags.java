package dev.arena.web.cli;

import dev.arena.core.battle.MatchmakerSettings;
import dev.arena.core.battle.MatchmakerType;
import dev.arena.core.problem.UsageException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the battles outside of studies are drawn; a study's settings have the same words. */
final class MatchmakerFlags {
    private static final Map<String, Boolean> SWITCH = Map.of("on", true, "true", true, "off", false, "false", false);

    @Option(
            names = "--matchmaker",
            paramLabel = "TYPE",
            defaultValue = "uniform",
            description =
                    "What draws the battles outside of studies: uniform, information (most telling first), rank-aware"
                            + " (unsettled orders first) or ucb (near rivals of the least compared first)"
                            + " (default: ${DEFAULT-VALUE}).")
    String type = "uniform";

    @Option(
            names = "--explore",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description =
                    "Share of these battles that are drawn uniformly whatever votes have said, above 0 and at most 1:"
                            + " no battle is impossible (default: ${DEFAULT-VALUE}).")
    double explore = MatchmakerSettings.EVEN.explore();

    @Option(
            names = "--coverage",
            paramLabel = "N",
            defaultValue = "0",
            description = "Battles that every contestant gets before anything else counts (default: ${DEFAULT-VALUE}).")
    int coverage = MatchmakerSettings.EVEN.coverage();

    @Option(
            names = "--newcomers",
            paramLabel = "on|off",
            description = "Whether contestants that came late are drawn first until they have caught up (default: on;"
                    + " off where --matchmaker is uniform and --coverage is 0, so that no vote is read).")
    @Nullable
    String newcomers;

    /**
     * The settings.
     *
     * @throws UsageException for a value that is not allowed
     */
    MatchmakerSettings settings() {
        MatchmakerType chosen = MatchmakerType.of(type)
                .orElseThrow(() -> new UsageException("--matchmaker '" + type + "' is not allowed; use one of: "
                        + String.join(", ", MatchmakerType.words()) + "."));
        if (!(explore > 0 && explore <= 1)) {
            throw new UsageException("--explore " + explore + " is not allowed; use a number above 0 and at most 1.");
        }
        if (coverage < 0) {
            throw new UsageException("--coverage " + coverage + " is not allowed; use 0 or more battles.");
        }
        MatchmakerSettings usual = MatchmakerSettings.of(chosen, explore, coverage);
        return newcomers == null ? usual : new MatchmakerSettings(chosen, explore, coverage, newcomersFirst(newcomers));
    }

    /** YAML reads the words on and off as true and false, so those are taken too. */
    private static boolean newcomersFirst(String said) {
        Boolean wanted = SWITCH.get(said);
        if (wanted == null) {
            throw new UsageException("--newcomers '" + said + "' is not allowed; use one of: on, off.");
        }
        return wanted;
    }
}
