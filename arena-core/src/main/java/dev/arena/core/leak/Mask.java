package dev.arena.core.leak;

import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.List;

/** Covers spans, always by the same mark: not even the length of what is under it shows. */
final class Mask {
    /** What a voter sees in place of a span. */
    static final String MARK = "▮▮▮▮";

    private Mask() {}

    static ResponseText over(ResponseText text, List<Leak> leaks) {
        List<String> turns = new ArrayList<>();
        for (int turn = 0; turn < text.turns().size(); turn++) {
            turns.add(over(text.turns().get(turn), turn, leaks));
        }
        return new ResponseText(turns, text.attachments());
    }

    private static String over(String turn, int number, List<Leak> leaks) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Leak leak : leaks) {
            if (leak.turn() == number) {
                masked.append(turn, from, leak.start()).append(MARK);
                from = leak.end();
            }
        }
        return masked.append(turn.substring(from)).toString();
    }
}
