package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plain definition of {@link LeakFinder}, which the quick one must agree with: regular expressions at every name, terms by a set. */
final class PlainFinder {
    private final LeakSpec spec;
    private final Set<String> prefixes = new HashSet<>();

    PlainFinder(LeakSpec spec) {
        this.spec = spec;
        for (String key : spec.terms().keySet()) {
            for (int end = key.indexOf(' '); end >= 0; end = key.indexOf(' ', end + 1)) {
                prefixes.add(key.substring(0, end));
            }
            prefixes.add(key);
        }
    }

    /** As the quick one. */
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
        Matcher tags = PlainText.TAG.matcher(turn);
        for (int at = turn.indexOf('<'); at >= 0 && tags.find(at); at = turn.indexOf('<', tags.end())) {
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
        PlainText text = new PlainText(turn);
        PlainTokens tokens = new PlainTokens(text);
        PlainCode code = new PlainCode(turn);
        List<Found> found = new ArrayList<>();
        int[] introduced = {-1};
        eachHit(text, tokens, (hit, unused) -> {
            int from = tokens.start(hit.first());
            int to = tokens.end(hit.last());
            if (hit.kind() == Term.Kind.NONE) {
                return;
            }
            boolean trigger = hit.kind() == Term.Kind.TRIGGER;
            int[] span = trigger ? PlainIntroduction.unknown(text, from, to) : new int[] {from, to};
            if (span.length == 0 || (trigger && overlaps(found, text.start(span[0])))) {
                return;
            }
            Leak.Reason reason = trigger ? Leak.Reason.BOILERPLATE : reason(text, hit.kind(), span, code);
            if (!trigger && PlainIntroduction.follows(text, introduced[0], span[0])) {
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

    /** A name without words: what stands as it is written, with no more of the same at either end. */
    private void signs(PlainText text, PlainCode code, List<Found> found) {
        for (String sign : spec.signs()) {
            String first = Pattern.quote(Character.toString(sign.codePointAt(0)));
            String last = Pattern.quote(Character.toString(sign.codePointBefore(sign.length())));
            Matcher matcher = Pattern.compile("(?<!" + first + ")" + Pattern.quote(sign) + "(?!" + last + ")")
                    .matcher(text.part(0, text.length()));
            while (matcher.find()) {
                int start = text.start(matcher.start());
                boolean self = PlainIntroduction.around(text, matcher.start(), matcher.end());
                if (self || (!sign.matches("[\\p{P}\\p{ASCII}\\s]*") && !code.inBlock(start))) {
                    Leak.Reason reason = self ? Leak.Reason.SELF : Leak.Reason.CONTESTANT;
                    found.add(new Found(start, text.end(matcher.end()), reason, sign));
                }
            }
        }
    }

    private static boolean overlaps(List<Found> found, int start) {
        return found.stream().anyMatch(one -> one.start() <= start && start < one.end());
    }

    /** A term found at tokens {@code first} to {@code last}. */
    private record Hit(int first, int last, Term.Kind kind) {}

    private void eachHit(PlainText text, PlainTokens tokens, BiConsumer<Hit, PlainTokens> action) {
        int at = 0;
        while (at < tokens.size()) {
            List<Hit> hits = new ArrayList<>();
            collect(text, tokens, new Hit(at, at - 1, Term.Kind.NONE), "", hits);
            if (hits.isEmpty()) {
                at++;
            } else {
                Hit hit = best(hits);
                action.accept(hit, tokens);
                at = hit.last() + 1;
            }
        }
    }

    /** The longest; of its kind, or where it is a name, of the strongest of all but for {@code EXACT}. */
    private static Hit best(List<Hit> hits) {
        Hit longest = hits.stream()
                .min(Comparator.comparing(Hit::last).reversed().thenComparing(Hit::kind))
                .orElseThrow();
        Term.Kind strongest = hits.stream()
                .map(Hit::kind)
                .filter(kind -> kind != Term.Kind.EXACT || longest.kind() == kind)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return longest.kind().isName() ? new Hit(longest.first(), longest.last(), strongest) : longest;
    }

    /** All terms that go on from a key, the last token of which is known. */
    private void collect(PlainText text, PlainTokens tokens, Hit place, String key, List<Hit> hits) {
        Term.Kind kind = spec.terms().get(key);
        if (kind != null) {
            hits.add(new Hit(place.first(), place.last(), kind));
        }
        if (!key.isEmpty() && !prefixes.contains(key)) {
            return;
        }
        int next = key.isEmpty() ? place.first() : tokens.next(place.last());
        if (next < 0) {
            return;
        }
        String word = text.part(tokens.start(next), tokens.end(next));
        boolean number = word.charAt(0) >= '0' && word.charAt(0) <= '9';
        for (String part : number ? List.of(word, Term.NUMBER) : List.of(word)) {
            collect(text, tokens, new Hit(place.first(), next, Term.Kind.NONE), longer(key, part), hits);
        }
        StringBuilder letters = new StringBuilder();
        for (int at = next; at < tokens.size() && tokens.isLetter(at) && at - next < 16; at++) {
            letters.append(text.part(tokens.start(at), tokens.end(at)));
            if (letters.length() > 2) {
                collect(
                        text,
                        tokens,
                        new Hit(place.first(), at, Term.Kind.NONE),
                        longer(key, letters.toString()),
                        hits);
            }
            if (at + 1 == tokens.size() || !tokens.joins(at)) {
                break;
            }
        }
    }

    private static String longer(String key, String part) {
        return key.isEmpty() ? part : key + " " + part;
    }

    /** Why a name at a place is a leak; null where it is none. */
    private static Leak.@Nullable Reason reason(PlainText text, Term.Kind kind, int[] span, PlainCode code) {
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
        if (PlainIntroduction.around(text, span[0], span[1])) {
            return Leak.Reason.SELF;
        }
        return counts ? kind == Term.Kind.STRONG ? Leak.Reason.VENDOR : Leak.Reason.CONTESTANT : null;
    }

    /** A part of a name in a program, such as {@code my_claude_client}. */
    private static boolean isIdentifier(PlainText text, int[] span) {
        int before = span[0] - 1;
        int after = span[1];
        boolean bound = before > 0 && text.charAt(before) == '_' && PlainTokens.kind(text.charAt(before - 1)) != 0;
        return bound
                || (after + 1 < text.length()
                        && text.charAt(after) == '_'
                        && PlainTokens.kind(text.charAt(after + 1)) != 0
                        && !NameSpan.isVersion(text.part(after, after + NameSpan.LONGEST_TAIL)));
    }

    /** Whether a name is written as one word: without spaces, and one that begins with a single letter without any mark. */
    private static boolean isOneWord(PlainText text, int[] span) {
        boolean marks = PlainTokens.kind(text.charAt(span[0])) == PlainTokens.kind(text.charAt(span[0] + 1));
        for (int at = span[0]; at < span[1]; at++) {
            char c = text.charAt(at);
            if (PlainTokens.kind(c) == 0 && !(marks && (c == '-' || c == '.'))) {
                return false;
            }
        }
        return NameSpan.isBounded(text.original(), text.start(span[0]), text.end(span[1]));
    }

    /** The original of a character, with what was left out before it. */
    private static String dropped(PlainText text, int at) {
        int start = text.start(at);
        return text.original().substring(Math.min(text.end(at), start), start + 1);
    }

    private static Found found(PlainText text, int[] span, Leak.Reason reason) {
        int start = text.start(span[0]);
        int end = text.end(span[1]);
        String name = String.join(" ", PlainTokens.of(text.original().substring(start, end)));
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
            PlainText text = new PlainText(turn);
            PlainTokens tokens = new PlainTokens(text);
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
