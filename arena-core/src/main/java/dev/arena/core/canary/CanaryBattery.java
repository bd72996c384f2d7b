package dev.arena.core.canary;

import dev.arena.core.model.Prompt;
import dev.arena.core.model.ResponseText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes the planted questions of a tournament: every kind on the same prompts, each in both orders. The honest response is the
 * prompt's reference where it has one, since that is known to be right, else a contestant's response.
 */
public final class CanaryBattery {
    private final CanarySettings settings;
    private final Function<Prompt, Optional<Honest>> answers;

    /**
     * A battery.
     *
     * @param answers a contestant's response to a prompt that has no reference
     */
    public CanaryBattery(CanarySettings settings, Function<Prompt, Optional<Honest>> answers) {
        this.settings = settings;
        this.answers = answers;
    }

    /** An honest response and who gave it. */
    public record Honest(String source, ResponseText text) {}

    /**
     * The questions over these prompts.
     *
     * @param order sorts the prompts as if at random, the same way every time; the first that serve are taken
     */
    public List<Canary> plant(List<Prompt> prompts, Comparator<Prompt> order) {
        List<Prompt> drawn = prompts.stream()
                .filter(prompt -> !prompt.text().turns().isEmpty())
                .sorted(order)
                .toList();
        List<Canary> canaries = new ArrayList<>();
        for (CanaryKind kind : CanaryKind.values()) {
            int served = 0;
            for (int i = 0;
                    i < drawn.size()
                            && served < settings.prompts()
                            && settings.kinds().contains(kind);
                    i++) {
                List<Canary> both = pair(kind, drawn.get(i));
                canaries.addAll(both);
                served += both.isEmpty() ? 0 : 1;
            }
        }
        return canaries;
    }

    private List<Canary> pair(CanaryKind kind, Prompt prompt) {
        Optional<Honest> honest = honest(prompt);
        Optional<ResponseText> canary = honest.flatMap(
                        response -> CanaryTexts.turns(kind, response.text().turns()))
                .map(turns -> new ResponseText(turns, List.of()));
        if (honest.isEmpty() || canary.isEmpty()) {
            return List.of();
        }
        ResponseText right = honest.get().text();
        String source = honest.get().source();
        return List.of(
                new Canary(kind, prompt.key(), prompt.text(), List.of(canary.get(), right), 0, source),
                new Canary(kind, prompt.key(), prompt.text(), List.of(right, canary.get()), 1, source));
    }

    private Optional<Honest> honest(Prompt prompt) {
        String reference = prompt.text().reference();
        return reference != null && prompt.text().turns().size() == 1
                ? Optional.of(new Honest("reference", ResponseText.of(reference)))
                : answers.apply(prompt);
    }
}
