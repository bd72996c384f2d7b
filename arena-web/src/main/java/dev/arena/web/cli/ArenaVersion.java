package dev.arena.web.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class ArenaVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"arena " + version()};
    }

    /** The version, or {@code development} when classes run outside the jar. */
    static String version() {
        String version = ArenaVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
