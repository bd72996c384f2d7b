package dev.arena.core.leak;

import dev.arena.core.model.Contestant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What is looked for: the same spec finds the same in the same text, for ever.
 *
 * @param terms by their words, with what it takes for each to count
 * @param signs names without a letter or digit, folded
 */
record LeakSpec(SortedMap<String, Term.Kind> terms, SortedSet<String> signs, Terms tree) {
    /** Of the rules in this package; raised when they find something else than before. */
    private static final int RULES = 3;

    /**
     * The spec for these contestants.
     *
     * @param promptWords words of prompts, folded: a contestant who is called by one of them is called by a common word
     */
    static LeakSpec of(Collection<Contestant> contestants, LeakPolicy policy, Set<String> promptWords) {
        Set<String> makers = WordLists.makers();
        Set<String> alone = new HashSet<>();
        List<Term> vendors = WordLists.vendors();
        for (Term vendor : vendors) {
            if (vendor.kind() == Term.Kind.WEAK) {
                alone.addAll(vendor.tokens());
            }
        }
        alone.removeAll(makers);
        alone.addAll(promptWords);
        NameVariants variants = new NameVariants(WordLists.common(), alone, makers);
        List<Term> terms = new ArrayList<>(vendors);
        Set<String> names = new HashSet<>(policy.words());
        policy.aliases().values().forEach(names::addAll);
        for (Contestant contestant : contestants) {
            terms.addAll(variants.ofContestant(contestant.name()));
            names.add(contestant.name());
            for (String fact : List.of("family", "organization")) {
                String maker = contestant.facts().get(fact);
                if (maker != null) {
                    terms.addAll(variants.ofMaker(maker));
                    names.add(maker);
                }
            }
        }
        policy.words().forEach(word -> own(word, terms));
        policy.aliases().values().forEach(aliases -> aliases.forEach(alias -> own(alias, terms)));
        for (String trigger : Triggers.ALL) {
            terms.add(new Term(Tokens.of(trigger), Term.Kind.TRIGGER));
        }
        return new LeakSpec(Terms.byKey(terms), Signs.of(names), new Terms(terms));
    }

    /** What a person named counts wherever it stands. */
    private static void own(String word, List<Term> terms) {
        List<String> tokens = Tokens.of(word);
        if (!tokens.isEmpty()) {
            terms.add(new Term(tokens, Term.Kind.OWN));
        }
    }

    /** All of it as a text. */
    String text() {
        StringBuilder text = new StringBuilder("rules " + RULES + '\n');
        terms.forEach((key, kind) -> text.append(kind).append(' ').append(key).append('\n'));
        signs.forEach(sign -> text.append("SIGN ").append(sign).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the text, in hex. */
    String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
