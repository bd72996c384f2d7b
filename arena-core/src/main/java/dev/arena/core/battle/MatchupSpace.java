package dev.arena.core.battle;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

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
    private final List<ResponseHead> heads;
    private final int[] groupOfPlace;
    private final int[] firstPlace;
    private final Map<ResponseId, Integer> places;
    /** {@code ways[g][c]}: how many ways there are to take c responses from the groups g and later. */
    private final long[][] ways;

    MatchupSpace(List<ResponseHead> responses, int k) {
        this.k = k;
        Map<String, List<ResponseHead>> byHash = new LinkedHashMap<>();
        for (ResponseHead response : responses) {
            byHash.computeIfAbsent(response.sha256(), hash -> new ArrayList<>()).add(response);
        }
        this.groups = List.copyOf(byHash.values());
        this.heads = groups.stream().flatMap(List::stream).toList();
        this.groupOfPlace = new int[heads.size()];
        this.firstPlace = new int[groups.size()];
        this.places = new HashMap<>();
        for (int g = 0; g < groups.size(); g++) {
            firstPlace[g] = places.size();
            for (ResponseHead head : groups.get(g)) {
                groupOfPlace[places.size()] = g;
                places.put(head.id(), places.size());
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

    /** How many different responses there are. */
    int groupCount() {
        return groups.size();
    }

    /** How many responses meet. */
    int k() {
        return k;
    }

    /** Whether all responses differ. */
    boolean isWithoutIdentical() {
        return heads.size() == groups.size();
    }

    /** The responses in the order of their places: those of one group beside each other. */
    List<ResponseHead> heads() {
        return heads;
    }

    /** The group of the response at each place; not to be changed. */
    int[] groupOfPlace() {
        return groupOfPlace;
    }

    /** The places of a matchup's responses, ascending. */
    int[] places(long number) {
        int[] places = new int[k];
        long rest = number;
        for (int g = 0, filled = 0; filled < k; g++) {
            int open = k - filled;
            if (rest < ways[g + 1][open]) {
                continue;
            }
            rest -= ways[g + 1][open];
            long each = ways[g + 1][open - 1];
            places[filled++] = firstPlace[g] + (int) (rest / each);
            rest %= each;
        }
        return places;
    }

    /** The number of the matchup of some places, ascending and of different groups. */
    long number(int[] ascending) {
        long number = 0;
        int open = k;
        int next = 0;
        for (int g = 0; open > 0; g++) {
            if (next < k && groupOfPlace[ascending[next]] == g) {
                number += ways[g + 1][open] + (ascending[next] - firstPlace[g]) * ways[g + 1][open - 1];
                open--;
                next++;
            }
        }
        return number;
    }

    /** How many matchups have only responses at places that are not among some. */
    long countWithout(BitSet without) {
        long[] ways = new long[k + 1];
        ways[0] = 1;
        for (int g = 0; g < groups.size(); g++) {
            int members = 0;
            for (int m = 0; m < groups.get(g).size(); m++) {
                members += without.get(firstPlace[g] + m) ? 0 : 1;
            }
            for (int c = k; c >= 1; c--) {
                ways[c] += members * ways[c - 1];
            }
        }
        return ways[k];
    }

    /** The matchup of that number, in [0, size). */
    List<ResponseHead> matchup(long number) {
        return Arrays.stream(places(number)).mapToObj(heads::get).toList();
    }

    /** The number of a matchup; empty where it is no matchup of the current responses. */
    OptionalLong number(Collection<ResponseId> matchup) {
        TreeSet<Integer> chosen = new TreeSet<>();
        Set<Integer> taken = new HashSet<>();
        for (ResponseId id : matchup) {
            Integer place = places.get(id);
            if (place == null || !taken.add(groupOfPlace[place])) {
                return OptionalLong.empty();
            }
            chosen.add(place);
        }
        return chosen.size() == k
                ? OptionalLong.of(
                        number(chosen.stream().mapToInt(Integer::intValue).toArray()))
                : OptionalLong.empty();
    }
}
