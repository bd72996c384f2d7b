package dev.arena.core.testing;

import dev.arena.core.store.ArenaStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that something happens to between two of its calls, as when another thread is faster. */
public final class InterruptedStore {
    private InterruptedStore() {}

    /**
     * The same store.
     *
     * @param method of {@link ArenaStore}
     * @param call which call of it, from 1
     * @param action what happens right after that call has its answer
     */
    public static ArenaStore after(ArenaStore store, String method, int call, Runnable action) {
        AtomicInteger calls = new AtomicInteger();
        return (ArenaStore) Proxy.newProxyInstance(
                ArenaStore.class.getClassLoader(), new Class<?>[] {ArenaStore.class}, (proxy, called, arguments) -> {
                    try {
                        Object answer = called.invoke(store, arguments);
                        if (called.getName().equals(method) && calls.incrementAndGet() == call) {
                            action.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
