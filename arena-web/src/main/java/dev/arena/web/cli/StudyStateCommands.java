package dev.arena.web.cli;

import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.UniformMatchmaker;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyState;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands that move a study to another state. */
final class StudyStateCommands {
    private StudyStateCommands() {}

    /** What they share. */
    private abstract static class Move implements Callable<Integer> {
        final CommandContext context;
        private final StudyState state;

        @Parameters(paramLabel = "KEY", description = "The study.")
        String key = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who look later.")
        String reason = "";

        Move(CommandContext context, StudyState state) {
            this.context = context;
            this.state = state;
        }

        @Override
        public Integer call() {
            try (ArenaStore store = context.openStore()) {
                Study study = new StudyService(store, InstantSource.system()).setState(key, state, reason);
                tell(store, study);
            }
            return ExitCode.GOOD.code();
        }

        void tell(ArenaStore store, Study study) {
            context.say("study " + study.key() + " is " + study.state().word());
        }
    }

    /** {@code arena study open}. */
    @Command(
            name = "open",
            description = "Let voters in, for the first time or after a pause.",
            footer = {"", "Example: arena study open summaries"})
    static final class Open extends Move {
        Open(CommandContext context) {
            super(context, StudyState.OPEN);
        }

        @Override
        void tell(ArenaStore store, Study study) {
            super.tell(store, study);
            BattleService battles = battles(store);
            warn(context, battles, study);
            long matchups = battles.matchupCount(study);
            if (matchups > 0) {
                context.say(matchups + " matchups of " + study.settings().k() + " responses");
            }
        }
    }

    /** {@code arena study pause}. */
    @Command(
            name = "pause",
            description = "Give no new battles; votes on battles in hand are taken.",
            footer = {"", "Example: arena study pause summaries --reason 'responses are being checked'"})
    static final class Pause extends Move {
        Pause(CommandContext context) {
            super(context, StudyState.PAUSED);
        }
    }

    /** {@code arena study close}. */
    @Command(
            name = "close",
            description = "End a study for good: no vote is taken any more, and names may be seen.",
            footer = {"", "Example: arena study close summaries"})
    static final class Close extends Move {
        Close(CommandContext context) {
            super(context, StudyState.CLOSED);
        }
    }

    /** Says what should make the owner of a study worry; whether a server keeps the open floor closed is not known here. */
    static void warn(CommandContext context, BattleService battles, Study study) {
        battles.warnings(study, true).forEach(warning -> context.say(warning.message()));
    }

    /** What a server would make battles of. */
    static BattleService battles(ArenaStore store) {
        return new BattleService(
                store,
                new UniformMatchmaker(),
                (last, contestants) -> Map.of(),
                InstantSource.system(),
                new SecureRandom());
    }
}
