package dev.arena.web.cli;

import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands that read a study's file. */
final class StudySettingsCommands {
    private StudySettingsCommands() {}

    /** {@code arena study create}. */
    @Command(
            name = "create",
            description = "Make a study of a file, as a draft.",
            footer = {"", "Example: arena study create study.yaml"})
    static final class Create implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "FILE", description = "The study's settings (YAML).")
        Path file = Path.of("");

        Create(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            StudySettings settings = StudySettingsReader.read(file);
            try (ArenaStore store = context.openStore()) {
                Study study = new StudyService(store, InstantSource.system()).create(settings);
                context.say("made study " + study.key() + ", a draft; 'arena study open " + study.key()
                        + "' lets voters in");
            }
            return ExitCode.GOOD.code();
        }
    }

    /** {@code arena study revise}. */
    @Command(
            name = "revise",
            description =
                    "Change a study's settings from now on; battles in hand keep the ones they were opened under.",
            footer = {"", "Example: arena study revise summaries study.yaml"})
    static final class Revise implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(index = "0", paramLabel = "KEY", description = "The study.")
        String key = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "Its new settings (YAML), all of them.")
        Path file = Path.of("");

        Revise(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            StudySettings settings = StudySettingsReader.read(file);
            try (ArenaStore store = context.openStore()) {
                StudyService studies = new StudyService(store, InstantSource.system());
                int before = studies.get(key).version().number();
                int now = studies.revise(key, settings).version().number();
                context.say(
                        now == before
                                ? "study " + key + " has these settings already (version " + now + ")"
                                : "study " + key + " has version " + now);
                StudyStateCommands.warn(context, StudyStateCommands.battles(store), studies.get(key));
            }
            return ExitCode.GOOD.code();
        }
    }
}
