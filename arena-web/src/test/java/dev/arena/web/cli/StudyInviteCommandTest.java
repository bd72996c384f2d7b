package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.battle.VoterIdentity;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Role;
import dev.arena.core.people.People;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to a study, made on the command line. */
class StudyInviteCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeStudy() throws IOException {
        CliRun.importPrompts(folder, 2);
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, "key: summaries\nname: Which?\nk: 2\nvoters: {who: invited}\n");
        CliRun made = CliRun.of(folder, "study", "create", file.toString());
        assertThat(made.code()).as(made.err()).isZero();
    }

    @Test
    void invite_printsALinkThatLetsSomebodyIn() {
        CliRun run = CliRun.of(
                folder,
                "study",
                "invite",
                "summaries",
                "--uses",
                "1",
                "--expires",
                "7d",
                "--label",
                "the lab",
                "--base-url",
                "https://arena.example.org/");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip()).matches("https://arena\\.example\\.org/join/[A-Za-z0-9_-]{22}");
        assertThat(run.err()).contains("invitation 1 to study summaries for 1 people, as voter, until ");
        String secret = run.out().strip().replaceFirst(".*/", "");
        try (ArenaStore store = SqliteArenaStore.open(Path.of(CliRun.database(folder)), StoreOptions.standard())) {
            People people = People.of(store, InstantSource.system(), new Random(1));
            JudgeId voter = store.judges()
                    .put(new VoterIdentity(store.salt()).judge("a".repeat(22)))
                    .id();
            assertThat(people.invitations().join(secret, voter).role()).isEqualTo(Role.VOTER);
        }
        CliRun list = CliRun.of(folder, "study", "invites", "summaries");
        assertThat(list.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("1\tvoter\t1\t1\t")
                .endsWith("\tno\tthe lab");
        assertThat(list.out()).doesNotContain(secret);
    }

    @Test
    void revoke_endsALinkOnce() {
        CliRun.of(folder, "study", "invite", "summaries");

        assertThat(CliRun.of(folder, "study", "revoke", "1").err()).contains("invitation 1 is revoked");
        assertThat(CliRun.of(folder, "study", "revoke", "1").err()).contains("invitation 1 was revoked before");
        assertThat(CliRun.of(folder, "study", "invites", "summaries").out()).contains("\tyes\t");
        CliRun unknown = CliRun.of(folder, "study", "revoke", "9");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("arena: there is no invitation 9.");
    }

    @Test
    void revoke_withRoles_endsThoseOfALinkThatWasRevokedBefore() {
        String link = CliRun.of(folder, "study", "invite", "summaries", "--role", "analyst")
                .out()
                .strip();
        JudgeId reader;
        try (ArenaStore store = SqliteArenaStore.open(Path.of(CliRun.database(folder)), StoreOptions.standard())) {
            reader = store.judges()
                    .put(new VoterIdentity(store.salt()).judge("a".repeat(22)))
                    .id();
            People.of(store, InstantSource.system(), new Random(1))
                    .invitations()
                    .join(link.replaceFirst(".*/", ""), reader);
        }

        assertThat(CliRun.of(folder, "study", "revoke", "1").err())
                .contains("invitation 1 is revoked; roles that it gave and that stand: 1 (--end-roles)");
        CliRun ended = CliRun.of(folder, "study", "revoke", "1", "--end-roles");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("invitation 1 was revoked before; roles ended: 1");
        assertThat(CliRun.of(folder, "study", "revoke", "1", "--end-roles").err())
                .contains("invitation 1 was revoked before; roles ended: 0");
        try (ArenaStore store = SqliteArenaStore.open(Path.of(CliRun.database(folder)), StoreOptions.standard())) {
            assertThat(store.people().listRoles(reader)).isEmpty();
        }
    }

    @Test
    void invite_wrongFlag_saysWhatIsAllowed() {
        for (String[] wrong : new String[][] {
            {"--role", "king", "use one of: admin, analyst, voter"},
            {"--uses", "0", "allowed: a whole number from 1 to 1000000"},
            {"--label", "x".repeat(201), "at most 200 characters"},
            {"--expires", "soon", "such as 90m, 12h or 7d"},
            {"--base-url", "arena", "use an address such as"}
        }) {
            CliRun run = CliRun.of(folder, "study", "invite", "summaries", wrong[0], wrong[1]);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains(wrong[0].substring(2), wrong[2]);
            assertThat(run.out()).isEmpty();
        }
    }
}
