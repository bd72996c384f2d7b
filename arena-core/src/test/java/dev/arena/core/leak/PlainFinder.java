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
            List<Found> found = look(turns.get(turn));
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

    private List<Found> look(String turn) {
        PlainText text = new PlainText(turn);
        PlainTokens tokens = new PlainTokens(text);
        PlainCode code = new PlainCode(turn);
        List<Found> found = new ArrayList<>();
        int[] introduced = {-1};
        eachHit(text, tokens, (hit, unused) -> {
            int from = tokens.start(hit.first());
            int to = tokens.end(hit.last());
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
        return merged(found);
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
            Hit hit = longest(text, tokens, new Hit(at, at, Term.Kind.TRIGGER), "");
            if (hit == null) {
                at++;
            } else {
                action.accept(hit, tokens);
                at = hit.last() + 1;
            }
        }
    }

    /** The longest term that goes on from a key at a place; of two that are as long, the one that counts in more places. */
    private @Nullable Hit longest(PlainText text, PlainTokens tokens, Hit place, String key) {
        int next = place.last();
        if (next == tokens.size() || (next > place.first() && !tokens.joins(next - 1))) {
            return null;
        }
        Hit best = null;
        String word = text.part(tokens.start(next), tokens.end(next));
        boolean number = word.charAt(0) >= '0' && word.charAt(0) <= '9';
        for (String part : number ? List.of(word, Term.NUMBER) : List.of(word)) {
            String longer = key.isEmpty() ? part : key + " " + part;
            if (prefixes.contains(longer)) {
                best = better(best, hit(place.first(), next, longer));
                best = better(best, longest(text, tokens, new Hit(place.first(), next + 1, place.kind()), longer));
            }
        }
        return best;
    }

    private @Nullable Hit hit(int first, int last, String key) {
        Term.Kind kind = spec.terms().get(key);
        return kind == null ? null : new Hit(first, last, kind);
    }

    private static @Nullable Hit better(@Nullable Hit one, @Nullable Hit other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        boolean longer = other.last() > one.last();
        boolean stronger = other.last() == one.last() && other.kind().compareTo(one.kind()) < 0;
        return longer || stronger ? other : one;
    }

    /** Why a name at a place is a leak; null where it is none. */
    private static Leak.@Nullable Reason reason(PlainText text, Term.Kind kind, int[] span, PlainCode code) {
        if (isIdentifier(text, span)) {
            return null;
        }
        int place = text.start(span[0]);
        boolean counts = switch (kind) {
            case OWN -> !code.inBlock(place);
            case STRONG -> !code.inBlock(place) && !code.inSpan(place);
            case WEAK, TRIGGER -> false;
        };
        if (PlainIntroduction.around(text, span[0], span[1])) {
            return Leak.Reason.SELF;
        }
        return counts ? kind == Term.Kind.OWN ? Leak.Reason.CONTESTANT : Leak.Reason.VENDOR : null;
    }

    /** A part of a name in a program, such as {@code my_claude_client}. */
    private static boolean isIdentifier(PlainText text, int[] span) {
        int before = span[0] - 1;
        int after = span[1];
        boolean bound = before > 0 && text.charAt(before) == '_' && PlainTokens.kind(text.charAt(before - 1)) != 0;
        return bound
                || (after + 1 < text.length()
                        && text.charAt(after) == '_'
                        && PlainTokens.kind(text.charAt(after + 1)) != 0);
    }

    private static Found found(PlainText text, int[] span, Leak.Reason reason) {
        int start = text.start(span[0]);
        int end = text.end(span[1]);
        String original = text.original();
        String inside = original.substring(start, end);
        if (inside.indexOf('*') >= 0 || inside.indexOf('~') >= 0 || inside.indexOf('`') >= 0) {
            while (start > 0 && "*~`".indexOf(original.charAt(start - 1)) >= 0) {
                start--;
            }
            while (end < original.length() && "*~`".indexOf(original.charAt(end)) >= 0) {
                end++;
            }
        }
        return new Found(start, end, reason, String.join(" ", PlainTokens.of(inside)));
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
