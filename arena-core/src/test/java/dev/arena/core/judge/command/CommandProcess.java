package dev.arena.core.judge.command;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Asks a program about one case in a process of its own, then waits to be killed. */
final class CommandProcess {
    private CommandProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        JudgeSetup setup = new CommandType(System.getenv())
                .read("prog", YamlDocument.read("judge.yaml", "command: " + arguments[0]), (judge, key, fallback) -> {
                    throw new IllegalStateException("a program has no template");
                });
        JudgeCase judgeCase =
                JudgeCase.blind(PromptText.of("q"), List.of(ResponseText.of("a"), ResponseText.of("b")), 1);
        PrintStream out = System.out;
        out.println(setup.open(new JudgeSetup.World(System.getenv(), InstantSource.system(), duration -> {}, 1))
                .decide(judgeCase)
                .verdict());
        out.flush();
        new CountDownLatch(1).await();
    }
}
