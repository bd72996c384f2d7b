package dev.arena.core.judge.command;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running programs of one judge, at most so many at once. One that did well is used again; one that did not is ended. All end
 * with the judge, and with this process: by their standard input, and by a hook where this process is ended in order.
 */
final class Programs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
    private static final int LONGEST_LINE = 2000;

    private final String name;
    private final CommandLine line;
    private final Map<String, String> environment;
    private final Semaphore places;
    private final Deque<Program> idle = new ArrayDeque<>();
    private final Set<Program> running = new HashSet<>();
    private final Thread hook;
    private boolean hooked;
    private boolean closed;
    private volatile String lastError = "";

    Programs(String name, CommandLine line, Map<String, String> environment, int most) {
        this.name = name;
        this.line = line;
        this.environment = Map.copyOf(environment);
        this.places = new Semaphore(most);
        this.hook = new Thread(this::killAll, "end programs of judge " + name);
    }

    /** Where threads wait until one of the programs is free. */
    Semaphore places() {
        return places;
    }

    /** The last line of any program's standard error; empty where there was none. */
    String lastError() {
        return lastError;
    }

    /** A program to ask, started where none is idle; only for holders of a place. */
    Program take() throws IOException {
        synchronized (this) {
            while (!idle.isEmpty()) {
                Program program = idle.pop();
                if (!program.unfit()) {
                    return program;
                }
                running.remove(program);
                program.kill();
            }
            if (closed) {
                throw new IllegalStateException("the judge " + name + " is closed");
            }
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(hook);
                hooked = true;
            }
            Program started = start();
            running.add(started);
            return started;
        }
    }

    /** Gives a program back that may be asked again. */
    synchronized void free(Program program) {
        idle.push(program);
    }

    /** Ends a program that may not be asked again. */
    void drop(Program program) {
        program.kill();
        synchronized (this) {
            running.remove(program);
        }
    }

    private Program start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line.toStart());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new Program(builder.start(), name, this::noteError);
    }

    private void noteError(String text) {
        String shown = text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
        if (!shown.isBlank()) {
            lastError = shown;
        }
        LOG.debug("{} says: {}", name, shown);
    }

    private synchronized void killAll() {
        running.forEach(Program::kill);
    }

    @Override
    public void close() {
        Set<Program> ending;
        synchronized (this) {
            closed = true;
            ending = Set.copyOf(running);
            running.clear();
            idle.clear();
        }
        ending.forEach(Program::close);
        unhook();
    }

    private synchronized void unhook() {
        if (hooked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.trace("this process ends already", e);
            }
        }
    }
}
