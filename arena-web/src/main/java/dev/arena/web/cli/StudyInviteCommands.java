package dev.arena.web.cli;

import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteId;
import dev.arena.core.model.Role;
import dev.arena.core.model.RoleGrant;
import dev.arena.core.model.StudyId;
import dev.arena.core.people.Invitations;
import dev.arena.core.people.People;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import dev.arena.web.Arena;
import dev.arena.web.api.ApiParts;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the links that let people into a study. */
final class StudyInviteCommands {
    private StudyInviteCommands() {}

    private static Invitations invitations(ArenaStore store) {
        return People.of(store, InstantSource.system(), new SecureRandom()).invitations();
    }

    private static StudyId study(ArenaStore store, String key) {
        return new StudyService(store, InstantSource.system()).get(key).id();
    }

    /** {@code arena study invite}. */
    @Command(
            name = "invite",
            description = "Make a link that lets people into a study, and print it.",
            footer = {
                "",
                "The link cannot be printed again: only a hash of it is stored. Whoever opens it may vote in the study; an"
                        + " analyst or",
                "an administrator sees everything in the whole arena, and so cannot vote.",
                "",
                "Example: arena study invite summaries --uses 20 --expires 7d --base-url https://arena.example.org"
            })
    static final class Make implements Callable<Integer> {
        private static final Pattern LIFE = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

        private final CommandContext context;

        @Parameters(paramLabel = "KEY", description = "The study.")
        String key = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                defaultValue = "voter",
                description = "voter, analyst or admin (default: ${DEFAULT-VALUE}).")
        String role = "voter";

        @Option(
                names = "--uses",
                paramLabel = "N",
                description = "So many people may join by it; without it, any number.")
        @Nullable
        Integer uses;

        @Option(
                names = "--expires",
                paramLabel = "TIME",
                description = "Nobody joins after that time: a number with m, h or d, such as 7d; without it, never.")
        @Nullable
        String expires;

        @Option(names = "--label", paramLabel = "TEXT", description = "For you, such as whom it was sent to.")
        String label = "";

        @Option(
                names = "--base-url",
                paramLabel = "URL",
                defaultValue = "http://127.0.0.1:8080",
                description = "The address by which people reach the server (default: ${DEFAULT-VALUE}).")
        String baseUrl = "http://127.0.0.1:8080";

        Make(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            requireSound();
            Role wanted = Words.parse("--role", role, Role.class);
            Instant end =
                    expires == null ? null : InstantSource.system().instant().plus(life(expires));
            try (ArenaStore store = context.openStore()) {
                Invitations.Made made =
                        invitations(store).make(new Invitations.Wish(study(store, key), wanted, label, uses, end));
                context.console().out().println(baseUrl.replaceFirst("/+$", "") + "/join/" + made.secret());
                context.say("invitation " + made.invite().id().value() + " to study " + key + " for "
                        + (uses == null ? "any number of people" : uses + " people") + ", as " + wanted.word()
                        + (end == null ? "" : ", until " + end));
            }
            return ExitCode.GOOD.code();
        }

        private void requireSound() {
            if (!baseUrl.matches("https?://[^\\s?#]+")) {
                throw new UsageException("--base-url '" + baseUrl
                        + "' is not allowed; use an address such as https://arena.example.org.");
            }
        }

        private static Duration life(String text) {
            Matcher found = LIFE.matcher(text);
            if (!found.matches()) {
                throw new UsageException("--expires '" + text
                        + "' is not allowed; use a number with m, h or d, such as 90m, 12h or 7d.");
            }
            long number = Long.parseLong(found.group(1));
            return switch (found.group(2)) {
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
    }

    /** {@code arena study invites}. */
    @Command(
            name = "invites",
            description =
                    "List the links that let people into a study, newest first; the links themselves are not stored.",
            footer = {"", "Example: arena study invites summaries"})
    static final class ListAll implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "KEY", description = "The study.")
        String key = "";

        ListAll(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (ArenaStore store = context.openToRead()) {
                PrintWriter out = context.console().out();
                out.println("id\trole\tused\tof\texpires\trevoked\tlabel");
                for (Invite invite : invitations(store).list(study(store, key))) {
                    out.println(line(invite));
                }
            }
            return ExitCode.GOOD.code();
        }

        private static String line(Invite invite) {
            Integer most = invite.draft().usesMax();
            Instant end = invite.draft().expiresAt();
            return String.format(
                    Locale.ROOT,
                    "%d\t%s\t%d\t%s\t%s\t%s\t%s",
                    invite.id().value(),
                    invite.draft().role().word(),
                    invite.used(),
                    most == null ? "any" : most.toString(),
                    end == null ? "never" : end.toString(),
                    invite.endedAt() == null ? "no" : "yes",
                    invite.draft().label().replaceAll("\\p{Cntrl}", " "));
        }
    }

    /** {@code arena study revoke}. */
    @Command(
            name = "revoke",
            description =
                    "Let nobody join by a link any more; those who joined by it keep their roles, or lose them with"
                            + " --end-roles.",
            footer = {
                "",
                "With --end-roles it may be a link that was revoked before, also one to the whole arena. Roles that another"
                        + " link gave,",
                "or the one that 'arena serve' prints, stay.",
                "",
                "Examples: arena study revoke 3",
                "          arena study revoke 3 --end-roles"
            })
    static final class Revoke implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "ID", description = "The invitation, as 'arena study invites KEY' lists it.")
        long id;

        @Option(names = "--end-roles", description = "End the roles that it gave as well, at once and on all devices.")
        boolean endRoles;

        Revoke(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            try (ArenaStore store = context.openStore()) {
                ApiParts parts = Arena.parts(store, ArenaVersion.version(), InstantSource.system(), new SecureRandom());
                Invitations invitations = parts.people().invitations();
                InviteId invite = new InviteId(id);
                Invite found = invitations.find(invite).orElse(null);
                if (found == null) {
                    throw new UsageException(
                            "there is no invitation " + id + ". 'arena study invites KEY' lists those of a study.");
                }
                String roles;
                if (endRoles) {
                    List<RoleGrant> ended = invitations.endWithRoles(invite, null, parts.battles()::closeOpen);
                    roles = "; roles ended: " + ended.size();
                } else {
                    boolean unused = invitations.end(invite);
                    int standing = invitations.countRoles(invite);
                    roles = standing == 0 ? "" : "; roles that it gave and that stand: " + standing + " (--end-roles)";
                }
                context.say(
                        "invitation " + id + (found.endedAt() == null ? " is revoked" : " was revoked before") + roles);
            }
            return ExitCode.GOOD.code();
        }
    }
}
