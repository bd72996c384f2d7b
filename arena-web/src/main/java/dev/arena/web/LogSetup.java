package dev.arena.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.time.Instant;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * How the program logs: on standard error, from INFO on, one line an event; the libraries only from WARN on. In code rather than in
 * a file, because reading a file takes a third of a second of every start. {@code -Dlogback.configurationFile=…} takes its place.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String ARENA = "dev.arena";
    private static final List<String> QUIET = List.of("org.eclipse.jetty", "org.flywaydb", "org.jdbi");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Line line = new Line();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(context);
        errors.setName("stderr");
        errors.setTarget("System.err");
        errors.setEncoder(encoder);
        errors.start();
        context.getLogger("ROOT").setLevel(Level.INFO);
        context.getLogger("ROOT").addAppender(errors);
        QUIET.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        // What Javalin logs it also throws, and whoever catches it says it in one sentence.
        context.getLogger("io.javalin").setLevel(Level.OFF);
        // Warns of every event stream that is still open when the server stops; closing them is the normal end.
        context.getLogger("org.eclipse.jetty.util.Blocker").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Logs what arena itself does from DEBUG on, such as what programs that judge write to their standard error. */
    public static void tellMore() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getLogger(ARENA).setLevel(Level.DEBUG);
        }
    }

    /** Time in UTC, level, class, message. */
    private static final class Line extends LayoutBase<ILoggingEvent> {
        @Override
        public String doLayout(ILoggingEvent event) {
            String logger = event.getLoggerName();
            StringBuilder text = new StringBuilder()
                    .append(Instant.ofEpochMilli(event.getTimeStamp()))
                    .append(' ')
                    .append(event.getLevel())
                    .append(' ')
                    .append(logger.substring(logger.lastIndexOf('.') + 1))
                    .append(": ")
                    .append(event.getFormattedMessage())
                    .append('\n');
            IThrowableProxy problem = event.getThrowableProxy();
            if (problem != null) {
                text.append(ThrowableProxyUtil.asString(problem));
            }
            return text.toString();
        }
    }
}
