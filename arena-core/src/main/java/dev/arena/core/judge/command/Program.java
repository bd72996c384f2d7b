package dev.arena.core.judge.command;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running program. Its standard output is read line by line, its standard error is handed on and never left in a pipe that
 * nobody reads. It ends when its standard input does; one that does not is ended.
 */
final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);
    private static final int LONGEST_LINE = 10_000_000;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final BlockingQueue<Optional<String>> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    /**
     * Takes over a program that was started.
     *
     * @param errors gets each line of its standard error
     */
    Program(Process process, String name, Consumer<String> errors) {
        this.process = process;
        Runnable end = () -> lines.add(Optional.empty());
        begin(name + " out", () -> drain(process.getInputStream(), line -> lines.add(Optional.of(line)), end));
        begin(name + " err", () -> drain(process.getErrorStream(), errors, () -> {}));
        begin(name + " in", this::write);
    }

    private static void begin(String name, Runnable work) {
        Thread thread = new Thread(work, "judge " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void drain(InputStream stream, Consumer<String> each, Runnable end) {
        try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            readLines(reader, each);
        } catch (IOException e) {
            LOG.trace("a pipe of a program broke", e);
        } finally {
            end.run();
        }
    }

    private static void readLines(Reader reader, Consumer<String> each) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                each.accept(line.toString());
                line.setLength(0);
            } else if (line.length() < LONGEST_LINE) {
                line.append((char) c);
            }
        }
        if (line.length() > 0) {
            each.accept(line.toString());
        }
    }

    private void write() {
        try (OutputStream input = process.getOutputStream()) {
            for (Optional<String> line = requests.take(); line.isPresent(); line = requests.take()) {
                input.write((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
                input.flush();
            }
        } catch (IOException e) {
            LOG.debug("a program that judges no longer reads: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a line, without waiting for the program to read it. */
    void send(String line) {
        requests.add(Optional.of(line));
    }

    /**
     * The next line.
     *
     * @throws TimeoutException if none came in time
     * @throws EOFException if the program has ended
     */
    String read(Duration timeout) throws InterruptedException, TimeoutException, EOFException {
        Optional<String> line = lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new TimeoutException("no line in time");
        }
        if (line.isEmpty()) {
            throw new EOFException("the program has ended");
        }
        return line.get();
    }

    /** Whether a line came that nobody waited for, or the program has ended. */
    boolean unfit() {
        return !lines.isEmpty() || !process.isAlive();
    }

    /** Ends it and everything it started, at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Closes its standard input and gives it a moment to end by itself. */
    @Override
    public void close() {
        requests.add(Optional.empty());
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
