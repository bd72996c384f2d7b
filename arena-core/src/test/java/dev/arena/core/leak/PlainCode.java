package dev.arena.core.leak;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain definition of {@link CodeRegions}: which places of a Markdown text are code: fenced blocks, and spans between backticks. */
final class PlainCode {
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,}|~{3,})[^\\n]*$");

    private final BitSet blocks = new BitSet();
    private final BitSet spans = new BitSet();

    PlainCode(String text) {
        if (text.indexOf('`') < 0 && !text.contains("~~~")) {
            return;
        }
        blocks(text);
        spans(text);
    }

    private void blocks(String text) {
        Matcher fences = FENCE.matcher(text);
        int open = -1;
        String mark = "";
        while (fences.find()) {
            if (open < 0) {
                open = fences.start();
                mark = fences.group(1);
            } else if (fences.group(1).startsWith(mark)
                    && fences.group().strip().equals(fences.group(1))) {
                blocks.set(open, fences.end());
                open = -1;
            }
        }
        if (open >= 0) {
            blocks.set(open, text.length());
        }
    }

    private void spans(String text) {
        int at = text.indexOf('`');
        while (at >= 0) {
            if (blocks.get(at)) {
                at = text.indexOf('`', blocks.nextClearBit(at));
                continue;
            }
            int run = at;
            while (run < text.length() && text.charAt(run) == '`') {
                run++;
            }
            int end = text.indexOf("`".repeat(run - at), run);
            if (end < 0) {
                return;
            }
            spans.set(run, end);
            at = text.indexOf('`', end + run - at);
        }
    }

    boolean inBlock(int at) {
        return blocks.get(at);
    }

    boolean inSpan(int at) {
        return spans.get(at);
    }
}
