package dev.arena.core.judge;

/** Compares a text with a reference. */
interface Metric {
    /** The name used in tournament files. */
    String name();

    /** Changes whenever a score can change. */
    String version();

    /** How near a text comes to the reference, from 0 (nothing in common) to 1. */
    double score(String text, String reference);
}
