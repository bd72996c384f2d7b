package dev.arena.web.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Ctrl-C, and SIGTERM, while a run is under way. The platform has no other way to hear it twice than {@code sun.misc.Signal}, which compilers warn
 * about, so it is looked up by name; where it is missing, Ctrl-C ends the process at once, which loses only the calls in flight.
 */
final class Interrupts {
    private static final String SIGNAL = "sun.misc.Signal";
    private static final String HANDLER = "sun.misc.SignalHandler";
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private Interrupts() {}

    /** Does the work, and calls {@code pressed} with 1, 2, … at each Ctrl-C or SIGTERM meanwhile. */
    static <T> T during(Supplier<T> work, IntConsumer pressed) {
        Runnable restore = listen(pressed);
        try {
            return work.get();
        } finally {
            restore.run();
        }
    }

    private static Runnable listen(IntConsumer pressed) {
        AtomicInteger count = new AtomicInteger();
        try {
            Class<?> handlerType = Class.forName(HANDLER);
            InvocationHandler calls = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    pressed.accept(count.incrementAndGet());
                }
                return null;
            };
            Object ours =
                    Proxy.newProxyInstance(Interrupts.class.getClassLoader(), new Class<?>[] {handlerType}, calls);
            List<Runnable> restore = new ArrayList<>();
            for (String signal : SIGNALS) {
                Object before = install(handlerType, signal, ours);
                restore.add(() -> reinstall(handlerType, signal, before));
            }
            return () -> restore.forEach(Runnable::run);
        } catch (ReflectiveOperationException e) {
            return () -> {};
        }
    }

    private static Object install(Class<?> handlerType, String signal, Object handler)
            throws ReflectiveOperationException {
        Class<?> signalType = Class.forName(SIGNAL);
        Object interrupt = signalType.getConstructor(String.class).newInstance(signal);
        return signalType.getMethod("handle", signalType, handlerType).invoke(null, interrupt, handler);
    }

    private static void reinstall(Class<?> handlerType, String signal, Object handler) {
        try {
            install(handlerType, signal, handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the handler of " + signal + " cannot be put back", e);
        }
    }
}
