package dev.arena.core.exchange;

import dev.arena.core.exchange.ExchangeReader.RejectedRow;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptText;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.Origin;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.CatalogRules;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at every row of an import before any is stored: against what is stored, and against the other rows. */
final class ImportCheck {
    private static final String KNOWN = "known";
    private static final String ANSWERED = "answered";
    private static final String SEVERAL_ROWS = "Remove one of the rows, or give the prompt an id of its own.";

    private final CatalogStore catalog;
    private final AttachedFiles attached;
    private final DryRun dryRun;
    private final Fingerprints seen = new Fingerprints();
    private final Map<String, Long> answers = new TreeMap<>();
    private long answered;
    private long duplicates;
    private long voteRows;
    private long unordered;
    private final Map<String, Long> ordered = new TreeMap<>();
    private final Set<String> merged = new TreeSet<>();
    private final Map<String, Long> unrated = new TreeMap<>();
    private long answersLost;
    private long decided;
    private long lengths;

    ImportCheck(CatalogStore catalog, ImportRequest request, AttachedFiles attached) {
        this.catalog = catalog;
        this.attached = attached;
        this.dryRun = new DryRun(catalog, request.dryRun());
    }

    /**
     * Checks one row.
     *
     * @throws RejectedRow if it does not fit
     */
    void accept(ImportFile file, long row, List<FileRecord> records) {
        try {
            for (FileRecord record : attached.resolve(file.source(), records, false)) {
                accept(file.source(), record);
            }
        } catch (RejectedRow e) {
            file.reject(row);
            throw e;
        }
    }

    private void accept(Source source, FileRecord record) {
        if (record instanceof FilePrompt prompt) {
            prompt(source, prompt);
        } else if (record instanceof FileResponse response) {
            response(source, response);
        } else if (record instanceof FileVote vote) {
            vote(source, vote);
        } else if (record instanceof FileContestant contestant) {
            dryRun.contestant(contestant.model());
        }
    }

    private void prompt(Source source, FilePrompt prompt) {
        PromptText text = prompt.text();
        requireSame(source, prompt, "turns", text.turns().toString());
        requireSame(source, prompt, "category", text.category() == null ? "" : text.category());
        requireSame(source, prompt, "language", text.language() == null ? "" : text.language());
        requireSame(source, prompt, "reference", text.reference() == null ? "" : text.reference());
        requireSame(
                source,
                prompt,
                "attachments",
                text.attachments().isEmpty() ? "" : text.attachments().toString());
        if (isMet(KNOWN, prompt.key())) {
            return;
        }
        Optional<Prompt> stored = catalog.findPrompt(prompt.key());
        if (stored.isPresent()) {
            requireMergeable(source, prompt, stored.get().text());
        }
        meet(KNOWN, prompt.key());
        dryRun.prompt(prompt, stored);
    }

    private static void requireMergeable(Source source, FilePrompt prompt, PromptText stored) {
        try {
            Origin origin = new Origin(source.name(), prompt.line());
            CatalogRules.merge(stored, new NewPrompt(origin, prompt.key(), prompt.text()));
        } catch (InputException e) {
            throw new RejectedRow(e.problem());
        }
    }

    /** Two rows about one prompt may each leave things out, but not contradict each other. */
    private void requireSame(Source source, FilePrompt prompt, String what, String value) {
        if (value.isEmpty()) {
            return;
        }
        long place = Fingerprints.of("prompt", what, prompt.key());
        long content = Fingerprints.of(value);
        if (seen.valueOf(place, content) != content) {
            throw new RejectedRow(new InputProblem(
                    source.name(),
                    prompt.line(),
                    what,
                    value,
                    "what an earlier row gives for prompt '" + prompt.key() + "'",
                    SEVERAL_ROWS));
        }
        seen.put(place, content);
    }

    private void response(Source source, FileResponse response) {
        requireKnownPrompt(source, response);
        long place = Fingerprints.of("response", response.promptKey(), response.model());
        long content = Fingerprints.of(response.text().sha256());
        long earlier = seen.valueOf(place, 0);
        if (earlier == content) {
            duplicates++;
            return;
        }
        if (earlier != 0) {
            throw new RejectedRow(new InputProblem(
                    source.name(),
                    response.line(),
                    null,
                    "a second response of '" + response.model() + "' to prompt '" + response.promptKey() + "'",
                    "one response of each model to each prompt",
                    "Remove one of the rows."));
        }
        seen.put(place, content);
        answers.merge(response.model(), 1L, Long::sum);
        answered += isMet(ANSWERED, response.promptKey()) ? 0 : 1;
        meet(ANSWERED, response.promptKey());
        dryRun.response(response);
    }

    private void requireKnownPrompt(Source source, FileResponse response) {
        if (!isKnown(response.promptKey())) {
            throw new RejectedRow(new InputProblem(
                    source.name(),
                    response.line(),
                    "prompt_id",
                    response.promptKey(),
                    "the id of a prompt that is stored already or comes in the same import",
                    "Import the prompts first, or together with the responses."));
        }
    }

    private boolean isKnown(String key) {
        if (isMet(KNOWN, key)) {
            return true;
        }
        boolean stored = catalog.findPrompt(key).isPresent();
        if (stored) {
            meet(KNOWN, key);
        }
        return stored;
    }

    private boolean isMet(String what, String name) {
        return seen.valueOf(Fingerprints.of(what, name, ""), 0) != 0;
    }

    private void meet(String what, String name) {
        seen.put(Fingerprints.of(what, name, ""), 1);
    }

    private void vote(Source source, FileVote vote) {
        if (!vote.excluded().isEmpty()) {
            unrated.merge(vote.excluded(), 1L, Long::sum);
            return;
        }
        FileVote.Exported exported = vote.exported();
        if (exported != null) {
            answersLost += exported.answered() ? 1 : 0;
            decided += vote.weight() == 1 ? 0 : 1;
        } else if (vote.weight() != 1) {
            throw new RejectedRow(new InputProblem(
                    source.name(),
                    vote.line(),
                    "weight",
                    Double.toString(vote.weight()),
                    "1, since a database keeps verdicts as they were given",
                    "Rate the file with its weights by 'arena rate " + source.name() + "'."));
        }
        voteRows++;
        String judge = judge(vote);
        if (vote.orderKnown()) {
            ordered.merge(judge, 1L, Long::sum);
        } else {
            unordered++;
        }
        if (vote.inconsistent()) {
            merged.add(judge);
        }
        lengths += vote.context().lengths() == null ? 0 : 1;
        vote.models().forEach(dryRun::contestant);
        String prompt = vote.context().prompt();
        if (prompt != null) {
            dryRun.votedPrompt(prompt);
        }
    }

    private static String judge(FileVote vote) {
        return vote.context().judge() == null ? "" : vote.context().judge();
    }

    /**
     * Whether a vote's judge gave verdicts that were merged from both orders, which some {@code tie (inconsistent)} of the import shows:
     * then the order of none of its rows is known.
     */
    boolean isMerged(FileVote vote) {
        return merged.contains(judge(vote));
    }

    /** How many rows of votes there are. */
    long voteRows() {
        return voteRows;
    }

    /** For each contestant that lacks responses to prompts which others answered: how many. */
    Map<String, Long> missing() {
        Map<String, Long> missing = new TreeMap<>();
        answers.forEach((model, count) -> {
            if (count < answered) {
                missing.put(model, answered - count);
            }
        });
        return missing;
    }

    /** What storing everything would change in the catalogue; only in a dry run. */
    CatalogChange wouldChange() {
        return dryRun.change();
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (duplicates > 0) {
            notices.add(new Notice("duplicate_rows", "rows that repeat a response word for word: " + duplicates));
        }
        long all = unordered
                + merged.stream()
                        .mapToLong(judge -> ordered.getOrDefault(judge, 0L))
                        .sum();
        if (all > 0) {
            notices.add(new Notice(
                    "order_unknown",
                    "rows that do not say who stood first, stored in the order of their columns: " + all));
        }
        unrated.forEach((reason, count) -> notices.add(new Notice(
                "not_rated_" + reason,
                "votes that are not rated where they come from (" + reason + ") and are not stored: " + count)));
        if (answersLost > 0) {
            notices.add(new Notice(
                    "answers_not_stored",
                    "votes with answers to the questions of a study, stored without the answers: " + answersLost));
        }
        if (decided > 0) {
            notices.add(new Notice(
                    "weights_not_stored",
                    "votes that weigh less by a decision on their voter, stored without it: " + decided
                            + "; decide again by 'arena quality'"));
        }
        if (lengths > 0) {
            notices.add(
                    new Notice("lengths_not_stored", "len_a and len_b are not stored; 'arena rate FILE' reads them"));
        }
        return notices;
    }
}
