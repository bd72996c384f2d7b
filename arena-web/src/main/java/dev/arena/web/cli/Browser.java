package dev.arena.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** This machine's browser. */
final class Browser {
    private Browser() {}

    /** Asks the desktop to show a page; where there is no desktop, says where the page is. */
    static void open(String url, CommandContext context) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("mac")
                ? List.of("open", url)
                : system.contains("win")
                        ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                        : List.of("xdg-open", url);
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            context.say("no browser could be opened here; go to " + url);
        }
    }
}
