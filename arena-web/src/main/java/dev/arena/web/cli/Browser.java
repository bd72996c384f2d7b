package dev.arena.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** This machine's browser. */
final class Browser {
    private Browser() {}

    /** Opens a page in it, or says that it could not be opened. */
    static void open(CommandContext context, String url) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", url)
                : List.of(system.contains("mac") ? "open" : "xdg-open", url);
        try {
            Process browser = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            browser.getOutputStream().close();
        } catch (IOException e) {
            context.say("no browser could be started; open " + url + " yourself.");
        }
    }
}
