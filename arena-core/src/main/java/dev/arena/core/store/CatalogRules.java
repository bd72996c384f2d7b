package dev.arena.core.store;

import dev.arena.core.model.Attachment;
import dev.arena.core.model.PromptText;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a batch meets what is stored, the same in every store. */
public final class CatalogRules {
    private static final String NEW_ID =
            "Votes refer to the text that is stored: give the changed prompt an id of its own.";

    private CatalogRules() {}

    /**
     * The stored prompt with what the batch adds to it.
     *
     * @throws InputException if the batch gives other turns or attachments than those stored
     */
    public static PromptText merge(PromptText stored, NewPrompt given) {
        PromptText text = given.text();
        if (!stored.turns().isEmpty() && !text.turns().isEmpty()) {
            requireEqual(given, "turns", stored.turns(), text.turns());
            if (!text.attachments().isEmpty() && !showTheSame(stored.attachments(), text.attachments())) {
                requireEqual(given, "attachments", stored.attachments(), text.attachments());
            }
        }
        return new PromptText(
                stored.turns().isEmpty() ? text.turns() : stored.turns(),
                text.category() == null ? stored.category() : text.category(),
                text.language() == null ? stored.language() : text.language(),
                text.reference() == null ? stored.reference() : text.reference(),
                attachments(stored.attachments(), text.attachments()));
    }

    /** What is stored, but files of which only the names were known are filled in. */
    private static List<Attachment> attachments(List<Attachment> stored, List<Attachment> given) {
        boolean named = stored.stream().anyMatch(attachment -> attachment.sha256() == null);
        boolean known = !given.isEmpty() && given.stream().allMatch(attachment -> attachment.sha256() != null);
        return stored.isEmpty() || (named && known) ? given : stored;
    }

    private static boolean showTheSame(List<Attachment> stored, List<Attachment> given) {
        boolean same = stored.size() == given.size();
        for (int i = 0; same && i < stored.size(); i++) {
            same = stored.get(i).showsTheSameAs(given.get(i));
        }
        return same;
    }

    /** The facts stored with those of the batch put over them, sorted by key. */
    public static Map<String, String> merge(Map<String, String> stored, Map<String, String> given) {
        Map<String, String> facts = new TreeMap<>(stored);
        facts.putAll(given);
        return facts;
    }

    /** The error of a response whose prompt is neither stored nor in the batch. */
    public static InputException unknownPrompt(NewResponse response) {
        return new InputException(new InputProblem(
                response.origin().file(),
                response.origin().line(),
                "prompt_id",
                response.promptKey(),
                "the id of a prompt that is stored already or comes in the same import",
                "Import the prompts first, or together with the responses."));
    }

    private static void requireEqual(NewPrompt given, String field, List<?> stored, List<?> found) {
        if (!stored.equals(found)) {
            throw new InputException(new InputProblem(
                    given.origin().file(),
                    given.origin().line(),
                    field,
                    shown(found),
                    "what is stored for prompt '" + given.key() + "': '" + shorten(shown(stored)) + "'",
                    NEW_ID));
        }
    }

    private static String shown(List<?> values) {
        return values.size() == 1 ? String.valueOf(values.get(0)) : values.toString();
    }

    private static String shorten(@Nullable String text) {
        String flat = String.valueOf(text).replace('\n', ' ').replace('\r', ' ');
        return flat.length() <= 120 ? flat : flat.substring(0, 120) + "…";
    }
}
