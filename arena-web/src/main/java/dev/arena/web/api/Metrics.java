package dev.arena.web.api;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;

/** Counts what the server does. Labels are routes, methods and statuses: no names, no prompts, no addresses. */
public final class Metrics {
    static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter requests = Counter.builder()
            .name("arena_http_requests_total")
            .help("Requests answered.")
            .labelNames("method", "route", "status")
            .register(registry);
    private final Histogram duration = Histogram.builder()
            .name("arena_http_request_duration_seconds")
            .help("Time from the request's arrival to its answer; event streams left out.")
            .unit(Unit.SECONDS)
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
            .labelNames("route")
            .register(registry);
    private final Counter votes = Counter.builder()
            .name("arena_votes_total")
            .help("Votes and withdrawals stored by this process.")
            .register(registry);

    /** Adds a value that is read when it is asked for. */
    void gauge(String name, String help, LongSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call((double) value.getAsLong()))
                .register(registry);
    }

    void answered(String method, String route, int status) {
        requests.labelValues(method, route, String.valueOf(status)).inc();
    }

    void took(String route, double seconds) {
        duration.labelValues(route).observe(seconds);
    }

    void voteStored() {
        votes.inc();
    }

    byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
