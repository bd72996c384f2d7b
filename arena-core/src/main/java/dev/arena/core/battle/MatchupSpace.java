package dev.arena.core.battle;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * All matchups of K responses to one prompt, numbered from 0, without listing them. Byte-identical responses never meet in a
 * matchup, so responses are grouped by hash and a matchup takes at most one of each group; the number of matchups is the K-th
 * elementary symmetric polynomial of the group sizes.
 *
 * <p>Numbers follow the order of contestants' responses as given, so the same catalog always gives the same numbers.
 */
final class MatchupSpace {
    private final int k;
    private final List<List<ResponseHead>> groups;
    private final Map<ResponseId, Place> places;
    /** {@code ways[g][c]}: how many ways there are to take c responses from the groups g and later. */
    private final long[][] ways;

    private record Place(int group, int member) {}

    MatchupSpace(List<ResponseHead> responses, int k) {
        this.k = k;
        Map<String, List<ResponseHead>> byHash = new LinkedHashMap<>();
        for (ResponseHead response : responses) {
            byHash.computeIfAbsent(response.sha256(), hash -> new ArrayList<>()).add(response);
        }
        this.groups = List.copyOf(byHash.values());
        this.places = new LinkedHashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int m = 0; m < groups.get(g).size(); m++) {
                places.put(groups.get(g).get(m).id(), new Place(g, m));
            }
        }
        this.ways = countWays(groups, k);
    }

    private static long[][] countWays(List<List<ResponseHead>> groups, int k) {
        long[][] ways = new long[groups.size() + 1][k + 1];
        ways[groups.size()][0] = 1;
        for (int g = groups.size() - 1; g >= 0; g--) {
            ways[g][0] = 1;
            for (int c = 1; c <= k; c++) {
                long taken = Math.multiplyExact(groups.get(g).size(), ways[g + 1][c - 1]);
                ways[g][c] = Math.addExact(ways[g + 1][c], taken);
            }
        }
        return ways;
    }

    /** How many matchups there are. */
    long size() {
        return ways[0][k];
    }

    /** Groups of two and more byte-identical responses. */
    List<List<ResponseHead>> identical() {
        return groups.stream().filter(group -> group.size() > 1).toList();
    }

    /** The matchup of that number, in [0, size). */
    List<ResponseHead> matchup(long number) {
        List<ResponseHead> members = new ArrayList<>(k);
        long rest = number;
        for (int g = 0; members.size() < k; g++) {
            int open = k - members.size();
            if (rest < ways[g + 1][open]) {
                continue;
            }
            rest -= ways[g + 1][open];
            long each = ways[g + 1][open - 1];
            members.add(groups.get(g).get((int) (rest / each)));
            rest %= each;
        }
        return members;
    }

    /** The number of a matchup; empty where it is no matchup of the current responses. */
    OptionalLong number(Collection<ResponseId> matchup) {
        int[] chosen = new int[groups.size()];
        int members = 0;
        for (ResponseId id : matchup) {
            Place place = places.get(id);
            if (place == null || chosen[place.group()] != 0) {
                return OptionalLong.empty();
            }
            chosen[place.group()] = place.member() + 1;
            members++;
        }
        return members == k ? OptionalLong.of(number(chosen)) : OptionalLong.empty();
    }

    private long number(int[] chosen) {
        long number = 0;
        int open = k;
        for (int g = 0; open > 0; g++) {
            if (chosen[g] != 0) {
                number += ways[g + 1][open] + (chosen[g] - 1) * ways[g + 1][open - 1];
                open--;
            }
        }
        return number;
    }
}
