package dev.arena.core.leak;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which places of a Markdown text are code: fenced blocks, and spans between backticks. */
final class CodeRegions {
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(`{3,}|~{3,})[^\\n]*$");

    private final String text;
    private final BitSet blocks = new BitSet();
    private final BitSet spans = new BitSet();
    private boolean known;

    CodeRegions(String text) {
        this.text = text;
    }

    /** Most texts are never asked. */
    private void look() {
        if (known) {
            return;
        }
        known = true;
        if (text.contains("```") || text.contains("~~~")) {
            blocks();
        }
        if (text.indexOf('`') >= 0) {
            spans();
        }
    }

    private void blocks() {
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

    private void spans() {
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
        look();
        return blocks.get(at);
    }

    boolean inSpan(int at) {
        look();
        return spans.get(at);
    }
}
