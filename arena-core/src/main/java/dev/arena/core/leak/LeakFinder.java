package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds in the turns of a response what tells who wrote it. Safe for use by many threads. */
final class LeakFinder {
    private final LeakSpec spec;

    LeakFinder(LeakSpec spec) {
        this.spec = spec;
    }

    /**
     * Looks through a response. A name that the prompt mentions counts only where the writer introduces itself by it; in a block of
     * code nothing else counts either.
     *
     * @param prompt the turns of the prompt
     * @param turns those of the response
     * @return by turn and place, none overlapping another
     */
    List<Leak> find(List<String> prompt, List<String> turns) {
        List<Leak> leaks = new ArrayList<>();
        Set<String> mentioned = null;
        for (int turn = 0; turn < turns.size(); turn++) {
            List<Found> found = lookAll(turns.get(turn));
            for (Found one : found) {
                if (one.reason() == Leak.Reason.SELF || one.reason() == Leak.Reason.BOILERPLATE) {
                    leaks.add(one.leak(turn));
                    continue;
                }
                mentioned = mentioned == null ? mentioned(prompt) : mentioned;
                if (!mentioned.contains(one.name())) {
                    leaks.add(one.leak(turn));
                }
            }
        }
        return leaks;
    }

    /** A span of one text; the name is folded. */
    private record Found(int start, int end, Leak.Reason reason, String name) {
        Leak leak(int turn) {
            return new Leak(turn, start, end, reason);
        }
    }

    /** In what a reader sees, and in what only the source shows: comments and what stands in tags, where makers do not count. */
    private List<Found> lookAll(String turn) {
        List<Found> found = new ArrayList<>(look(turn));
        Matcher tags = FoldedText.TAG.matcher(turn);
        while (tags.find()) {
            int start = tags.start() + 1;
            for (Found one : look(turn.substring(start, tags.end() - 1))) {
                if (one.reason() == Leak.Reason.CONTESTANT || one.reason() == Leak.Reason.SELF) {
                    found.add(new Found(start + one.start(), start + one.end(), one.reason(), one.name()));
                }
            }
        }
        return merged(found);
    }

    private List<Found> look(String turn) {
        FoldedText text = new FoldedText(turn);
        Tokens tokens = new Tokens(text);
        CodeRegions code = new CodeRegions(turn);
        List<Found> found = new ArrayList<>();
        int[] introduced = {-1};
        eachHit(text, tokens, (hit, unused) -> {
            int from = tokens.start(hit.first());
            int to = tokens.end(hit.last());
            if (hit.kind() == Term.Kind.NONE) {
                return;
            }
            boolean trigger = hit.kind() == Term.Kind.TRIGGER;
            int[] span = trigger ? SelfIntroduction.unknown(text, from, to) : new int[] {from, to};
            if (span.length == 0 || (trigger && overlaps(found, text.start(span[0])))) {
                return;
            }
            Leak.Reason reason = trigger ? Leak.Reason.BOILERPLATE : reason(text, hit.kind(), span, code);
            if (!trigger && SelfIntroduction.follows(text, introduced[0], span[0])) {
                reason = Leak.Reason.SELF;
            }
            if (reason != null) {
                introduced[0] = reason == Leak.Reason.SELF ? span[1] : introduced[0];
                found.removeIf(one -> one.end() > text.start(span[0]) && trigger);
                found.add(found(text, span, reason));
            }
        });
        signs(text, code, found);
        return found;
    }

    /** Names that have no words: wherever they stand as text, and those of ordinary punctuation where the writer introduces itself. */
    private void signs(FoldedText text, CodeRegions code, List<Found> found) {
        String whole = spec.signs().isEmpty() ? "" : text.part(0, text.length());
        for (String sign : spec.signs()) {
            for (int at = Signs.next(whole, sign, 0); at >= 0; at = Signs.next(whole, sign, at + sign.length())) {
                int end = at + sign.length();
                if (SelfIntroduction.around(text, at, end)) {
                    found.add(new Found(text.start(at), text.end(end), Leak.Reason.SELF, sign));
                } else if (!Signs.isPunctuation(sign) && !code.inBlock(text.start(at))) {
                    found.add(new Found(text.start(at), text.end(end), Leak.Reason.CONTESTANT, sign));
                }
            }
        }
    }

    private static boolean overlaps(List<Found> found, int start) {
        return found.stream().anyMatch(one -> one.start() <= start && start < one.end());
    }

    private void eachHit(FoldedText text, Tokens tokens, BiConsumer<Terms.Hit, Tokens> action) {
        int at = 0;
        while (at < tokens.size()) {
            Terms.Hit hit = spec.tree().longest(text, tokens, at);
            if (hit == null) {
                at++;
            } else {
                action.accept(hit, tokens);
                at = hit.last() + 1;
            }
        }
    }

    /** Why a name at a place is a leak; null where it is none. */
    private static Leak.@Nullable Reason reason(FoldedText text, Term.Kind kind, int[] span, CodeRegions code) {
        if (isIdentifier(text, span)) {
            return null;
        }
        int place = text.start(span[0]);
        boolean counts = switch (kind) {
            case LISTED -> true;
            case OWN -> !code.inBlock(place);
            case STRONG -> !code.inBlock(place) && !code.inSpan(place);
            case EXACT -> !code.inBlock(place) && isOneWord(text, span);
            case WEAK, TRIGGER, NONE -> false;
        };
        if (SelfIntroduction.around(text, span[0], span[1])) {
            return Leak.Reason.SELF;
        }
        return counts ? kind == Term.Kind.STRONG ? Leak.Reason.VENDOR : Leak.Reason.CONTESTANT : null;
    }

    /** A part of a name in a program, such as {@code my_claude_client}. */
    private static boolean isIdentifier(FoldedText text, int[] span) {
        int before = span[0] - 1;
        int after = span[1];
        boolean bound = before > 0 && text.charAt(before) == '_' && Tokens.kind(text.charAt(before - 1)) != 0;
        return bound
                || (after + 1 < text.length()
                        && text.charAt(after) == '_'
                        && Tokens.kind(text.charAt(after + 1)) != 0
                        && !NameSpan.isVersion(text.part(after, after + NameSpan.LONGEST_TAIL)));
    }

    /** Whether a name is written as one word: without spaces, and one that begins with a single letter without any mark. */
    private static boolean isOneWord(FoldedText text, int[] span) {
        boolean marks = Tokens.kind(text.charAt(span[0])) == Tokens.kind(text.charAt(span[0] + 1));
        for (int at = span[0]; at < span[1]; at++) {
            char c = text.charAt(at);
            if (Tokens.kind(c) == 0 && !(marks && (c == '-' || c == '.'))) {
                return false;
            }
        }
        return NameSpan.isBounded(text.original(), text.start(span[0]), text.end(span[1]));
    }

    /** The original of a character, with what was left out before it. */
    private static String dropped(FoldedText text, int at) {
        int start = text.start(at);
        return text.original().substring(Math.min(text.end(at), start), start + 1);
    }

    private static Found found(FoldedText text, int[] span, Leak.Reason reason) {
        int start = text.start(span[0]);
        int end = text.end(span[1]);
        String name = String.join(" ", Tokens.of(text.original().substring(start, end)));
        if (reason != Leak.Reason.BOILERPLATE) {
            String rest = NameSpan.joined(
                    text.part(span[1], span[1] + NameSpan.LONGEST_TAIL), at -> dropped(text, span[1] + at));
            end = text.end(span[1] + NameSpan.tail(text.part(span[0], span[1]), rest, reason == Leak.Reason.SELF));
        }
        int[] whole = NameSpan.withMarks(text.original(), start, end);
        return new Found(whole[0], whole[1], reason, name);
    }

    private static List<Found> merged(List<Found> found) {
        List<Found> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Found::start).thenComparingInt(Found::end));
        List<Found> merged = new ArrayList<>();
        for (Found one : sorted) {
            Found last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && one.start() < last.end()) {
                merged.set(
                        merged.size() - 1,
                        new Found(last.start(), Math.max(last.end(), one.end()), last.reason(), last.name()));
            } else {
                merged.add(one);
            }
        }
        return merged;
    }

    /** The names that a prompt mentions, and their first words. */
    private Set<String> mentioned(List<String> prompt) {
        Set<String> names = new HashSet<>();
        for (String turn : prompt) {
            FoldedText text = new FoldedText(turn);
            Tokens tokens = new Tokens(text);
            spec.signs().stream()
                    .filter(sign -> text.part(0, text.length()).contains(sign))
                    .forEach(names::add);
            eachHit(text, tokens, (hit, unused) -> {
                StringBuilder name = new StringBuilder();
                for (int i = hit.first(); i <= hit.last(); i++) {
                    name.append(i == hit.first() ? "" : " ").append(text.part(tokens.start(i), tokens.end(i)));
                    names.add(name.toString());
                }
            });
        }
        return names;
    }
}
