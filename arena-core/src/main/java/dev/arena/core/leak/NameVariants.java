package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a contestant may be called in its own words: its name, the name without its folder, date and edition, and its beginning up to the
 * version. A name of common words only, and the bare first word, are weak.
 */
final class NameVariants {
    private static final Set<String> EDITIONS = Set.of(
            "chat",
            "instruct",
            "hf",
            "latest",
            "preview",
            "it",
            "base",
            "turbo",
            "fp",
            "gguf",
            "awq",
            "gptq",
            "int",
            "q",
            "exp",
            "thinking",
            "free",
            "beta",
            "online",
            "bf",
            "mlx",
            "k",
            "m");
    private static final int YEAR_DIGITS = 4;
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Words that are no names, however a contestant is called. */
    private static final Set<String> GENERIC = Set.of(
            "model",
            "models",
            "assistant",
            "bot",
            "chatbot",
            "chat",
            "ai",
            "system",
            "agent",
            "llm",
            "human",
            "person",
            "user",
            "expert",
            "writer",
            "student",
            "teacher",
            "happy",
            "sorry",
            "sure",
            "here",
            "not",
            "no",
            "yes",
            "good",
            "bad",
            "right",
            "wrong",
            "new");

    private final Set<String> common;
    private final Set<String> alone;
    private final Set<String> makers;

    /**
     * @param common words that ordinary texts use
     * @param alone words that are names only together with a number: of makers who are called like other things, and of prompts
     * @param makers words that are names of makers even without the rest of it
     */
    NameVariants(Set<String> common, Set<String> alone, Set<String> makers) {
        this.common = common;
        this.alone = alone;
        this.makers = makers;
    }

    /** The terms of a contestant's name; none where it has no letter and no digit. */
    List<Term> ofContestant(String name) {
        List<Term> terms = new ArrayList<>();
        int slash = name.lastIndexOf('/');
        if (slash > 0) {
            terms.addAll(ofMaker(name.substring(0, slash)));
        }
        List<String> tokens = Tokens.of(name.substring(slash + 1));
        if (tokens.isEmpty()) {
            return terms;
        }
        Set<List<String>> variants = new LinkedHashSet<>();
        variants.add(tokens);
        variants.add(withoutEdition(tokens));
        variants.add(upToVersion(withoutEdition(tokens)));
        for (List<String> variant : variants) {
            boolean listed = variant.size() > 1 && variant.size() == tokens.size();
            add(terms, variant, listed ? Term.Kind.LISTED : Term.Kind.OWN);
        }
        addExact(terms, tokens, Term.Kind.OWN);
        addParted(terms, name.substring(slash + 1), tokens);
        addFirst(terms, tokens);
        return terms;
    }

    /** Who is called by the first word of a longer name introduces itself by it. */
    private void addFirst(List<Term> terms, List<String> tokens) {
        if (tokens.size() > 1
                && tokens.get(0).length() > 2
                && isWord(tokens.get(0))
                && !common.contains(tokens.get(0))) {
            terms.add(new Term(tokens.subList(0, 1), Term.Kind.WEAK));
        }
    }

    /** The terms of a maker or a family. */
    List<Term> ofMaker(String name) {
        List<Term> terms = new ArrayList<>();
        List<String> tokens = Tokens.of(name);
        add(terms, tokens, Term.Kind.STRONG);
        addExact(terms, tokens, Term.Kind.STRONG);
        addParted(terms, name, tokens);
        addFirst(terms, tokens);
        if (tokens.size() > 1 && makers.contains(tokens.get(0)) && !alone.contains(tokens.get(0))) {
            terms.add(new Term(tokens.subList(0, 1), Term.Kind.STRONG));
        }
        return terms;
    }

    private void add(List<Term> terms, List<String> tokens, Term.Kind distinct) {
        boolean nameless = tokens.stream().noneMatch(NameVariants::isWord)
                || (tokens.size() == 1
                        && (GENERIC.contains(tokens.get(0)) || tokens.get(0).length() < 2));
        if (!nameless) {
            terms.add(new Term(tokens, isDistinct(tokens) ? distinct : Term.Kind.WEAK));
        }
    }

    /** The whole name as it was listed, where its words are ordinary and it has a number. */
    private static void addExact(List<Term> terms, List<String> tokens, Term.Kind distinct) {
        boolean lettered = tokens.stream().anyMatch(NameVariants::isWord);
        boolean numbered = tokens.stream().anyMatch(token -> !isWord(token));
        if (lettered && numbered) {
            boolean wordy = tokens.stream().anyMatch(token -> isWord(token) && token.length() > 1);
            terms.add(new Term(tokens, wordy && tokens.size() > 2 ? distinct : Term.Kind.EXACT));
        }
    }

    /** OpenAI as Open AI. */
    private static void addParted(List<Term> terms, String name, List<String> tokens) {
        List<String> parted = Tokens.of(HUMP.matcher(name).replaceAll(" "));
        if (!parted.equals(tokens)) {
            terms.add(new Term(parted, Term.Kind.WEAK));
        }
    }

    private static boolean isWord(String token) {
        return !Character.isDigit(token.charAt(0));
    }

    /** Whether a name has a word that is not common. */
    private boolean isDistinct(List<String> tokens) {
        boolean numbered = tokens.stream().anyMatch(token -> !isWord(token));
        boolean unspaced = tokens.stream()
                        .filter(token -> Tokens.kind(token.charAt(0)) == Tokens.UNSPACED)
                        .count()
                > 1;
        return unspaced
                || tokens.stream()
                        .anyMatch(token -> isWord(token)
                                && token.length() > 1
                                && !common.contains(token)
                                && (numbered || !alone.contains(token)));
    }

    private static List<String> withoutEdition(List<String> tokens) {
        int size = tokens.size();
        boolean shorter = true;
        while (shorter && size > 1) {
            int dated = dateStart(tokens, size);
            shorter = dated < size || EDITIONS.contains(tokens.get(size - 1));
            size = dated < size ? dated : shorter ? size - 1 : size;
        }
        return tokens.subList(0, Math.max(1, size));
    }

    /** Where a date at the end begins: numbers, the first of which has the digits of a year. */
    private static int dateStart(List<String> tokens, int size) {
        int start = size;
        while (start > 1 && Character.isDigit(tokens.get(start - 1).charAt(0))) {
            start--;
        }
        while (start < size && tokens.get(start).length() < YEAR_DIGITS) {
            start++;
        }
        return start;
    }

    /** Up to the first numbers, both included. */
    private static List<String> upToVersion(List<String> tokens) {
        int end = 0;
        while (end < tokens.size() && !Character.isDigit(tokens.get(end).charAt(0))) {
            end++;
        }
        while (end < tokens.size() && Character.isDigit(tokens.get(end).charAt(0))) {
            end++;
        }
        return tokens.subList(0, end);
    }
}
