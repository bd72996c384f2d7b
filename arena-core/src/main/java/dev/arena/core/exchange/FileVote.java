package dev.arena.core.exchange;

import dev.arena.core.model.Verdict;
import java.util.List;

/**
 * A judged row of a file, whatever its shape.
 *
 * @param models the names, in the order shown where {@code orderKnown}; at least two, each once
 * @param orderKnown whether the file says who stood where: counts do not, nor does a verdict merged from both orders
 * @param verdict what was said, in positions of {@code models}; an abstention where the file records that the judge failed
 * @param inconsistent whether the file says {@code tie (inconsistent)}: the two orders contradicted each other
 * @param count how many equal verdicts the row stands for, at least 1
 * @param weight how much each of them weighs, finite and at least 0; 1 unless the file says otherwise
 */
public record FileVote(
        long line,
        List<String> models,
        boolean orderKnown,
        Verdict verdict,
        boolean inconsistent,
        long count,
        double weight,
        VoteContext context)
        implements FileRecord {
    public FileVote {
        models = List.copyOf(models);
    }
}
