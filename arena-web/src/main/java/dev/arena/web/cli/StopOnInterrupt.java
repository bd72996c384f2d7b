package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.tournament.StopSignal;
import java.util.function.IntConsumer;

/** What Ctrl-C does to a run: the first finishes the calls in flight, the second ends the process now. */
record StopOnInterrupt(TournamentSupport support, Run run, StopSignal stop) implements IntConsumer {
    @Override
    public void accept(int presses) {
        if (presses == 1) {
            stop.request();
            support.warn("finishing the calls in flight; Ctrl-C again stops now");
        } else {
            support.warn("stopped; go on with: " + support.command("run", run));
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
    }
}
