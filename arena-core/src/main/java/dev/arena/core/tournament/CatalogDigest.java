package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.ResponseHead;
import java.util.Iterator;
import java.util.List;

/** What of a database a plan depends on, prompt by prompt, so that it is hashed without being held as one text. */
final class CatalogDigest {
    private final List<Prompt> prompts;
    private final String names;
    private final int contestants;
    private final int[] start;
    private final int[] place;
    private final String[] hashes;

    CatalogDigest(
            List<Prompt> prompts, List<Contestant> contestants, int[] start, int[] place, ResponseHead[] responses) {
        this.prompts = prompts;
        this.names = contestants.stream().map(Contestant::name).toList().toString();
        this.contestants = contestants.size();
        this.start = start;
        this.place = place;
        hashes = new String[responses.length];
        for (int e = 0; e < responses.length; e++) {
            hashes[e] = responses[e].sha256();
        }
    }

    /** SHA-256 of the settings, the contestants' names, and prompts and responses. */
    String with(String settings) {
        return Hash.of(List.of(settings, names), this::pieces);
    }

    private Iterator<String> pieces() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < prompts.size();
            }

            @Override
            public String next() {
                return piece(next++);
            }
        };
    }

    private String piece(int prompt) {
        StringBuilder text = new StringBuilder();
        text.append(prompts.get(prompt).key())
                .append(prompts.get(prompt).text())
                .append('\n');
        int entry = start[prompt];
        for (int c = 0; c < contestants; c++) {
            boolean answered = entry < start[prompt + 1] && place[entry] == c;
            text.append(answered ? hashes[entry++] : "-").append(' ');
        }
        return text.toString();
    }
}
