package dev.arena.core.store.sql;

import dev.arena.core.problem.ArenaException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that opens a database, says how that went, and holds it until it is killed or its input ends. */
final class StoreHolder {
    static final String SAYS = "holder: ";

    private StoreHolder() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SqliteArenaStore store = SqliteArenaStore.open(Path.of(arguments[0]), StoreOptions.standard())) {
            out.println(SAYS + (store.revision() >= 0 ? "open" : "strange"));
            int read = System.in.read();
            out.println(SAYS + "ends with " + read);
        } catch (ArenaException refused) {
            out.println(SAYS + refused.getMessage());
        }
    }
}
