package dev.arena.core.leaderboard;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.store.CatalogStore;
import dev.arena.ratings.style.ResponseStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The styles of stored responses: each text is read once, and only its counts are kept. Not safe for use by many threads. */
final class ResponseStyles {
    /** Texts held at a time. */
    private static final int BATCH = 256;

    private final CatalogStore catalog;
    private final Map<ResponseId, ResponseStyle> styles = new HashMap<>();
    /** Sum of lengths, and of how many responses, by contestant. */
    private final Map<ContestantId, double[]> sums = new TreeMap<>();

    ResponseStyles(CatalogStore catalog) {
        this.catalog = catalog;
    }

    /** Reads the texts of the responses of some votes that were not read before. */
    void read(List<CastVote> votes) {
        TreeSet<ResponseId> unread = new TreeSet<>();
        for (CastVote vote : votes) {
            for (Seat seat : vote.battle().seats()) {
                if (seat.response() != null && !styles.containsKey(seat.response())) {
                    unread.add(seat.response());
                }
            }
        }
        List<ResponseId> ids = new ArrayList<>(unread);
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<ResponseId> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
            for (Response response : catalog.getResponses(batch).values()) {
                ResponseStyle style = style(response.text().turns());
                styles.put(response.id(), style);
                double[] sum = sums.computeIfAbsent(response.contestant(), id -> new double[2]);
                sum[0] += style.length();
                sum[1]++;
            }
        }
    }

    /** Lengths of the responses that were read, by contestant. */
    Map<ContestantId, LeaderboardService.Lengths> lengths() {
        Map<ContestantId, LeaderboardService.Lengths> lengths = new TreeMap<>();
        sums.forEach((contestant, sum) ->
                lengths.put(contestant, new LeaderboardService.Lengths(sum[0] / sum[1], (long) sum[1])));
        return lengths;
    }

    /** The styles of a battle of two; null where a response has no text, and for more than two. */
    @Nullable
    StylePair of(Battle battle) {
        if (battle.seats().size() != 2) {
            return null;
        }
        ResponseStyle first = style(battle.seats().get(0));
        ResponseStyle second = style(battle.seats().get(1));
        return first == null || second == null ? null : new StylePair(first, second);
    }

    private @Nullable ResponseStyle style(Seat seat) {
        return seat.response() == null ? null : styles.get(seat.response());
    }

    /** Turns are counted one by one and summed, so that fenced code left open in one hides nothing of the next. */
    private static ResponseStyle style(List<String> turns) {
        double length = 0;
        int headers = 0;
        int lists = 0;
        int bold = 0;
        for (String turn : turns) {
            ResponseStyle style = ResponseStyle.of(turn);
            length += style.length();
            headers += style.headers();
            lists += style.lists();
            bold += style.bold();
        }
        return new ResponseStyle(length, headers, lists, bold);
    }
}
