package dev.arena.core.leak;

import dev.arena.core.model.PromptText;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The words that prompts use in lower case: whoever is called by one of them has a name that texts use too. */
final class PromptWords {
    private PromptWords() {}

    static Set<String> of(Collection<PromptText> prompts) {
        Set<String> words = new HashSet<>();
        for (PromptText prompt : prompts) {
            for (String turn : prompt.turns()) {
                FoldedText text = new FoldedText(turn);
                Tokens tokens = new Tokens(text);
                for (int i = 0; i < tokens.size(); i++) {
                    char first = turn.charAt(text.start(tokens.start(i)));
                    if (Character.isLowerCase(first)) {
                        words.add(text.part(tokens.start(i), tokens.end(i)));
                    }
                }
            }
        }
        return words;
    }
}
