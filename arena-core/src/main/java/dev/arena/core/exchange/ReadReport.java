package dev.arena.core.exchange;

import java.util.List;

/**
 * What reading a file found.
 *
 * @param file as the user named it
 * @param rows data rows, the invalid ones among them; a long CSV of rankings counts rankings
 * @param votes verdicts, each row's count included
 * @param inconsistentTies how many of them the file calls {@code tie (inconsistent)}
 * @param invalid rows set aside
 */
public record ReadReport(
        String file, Shape shape, long rows, long votes, long inconsistentTies, long invalid, List<Notice> notices) {
    public ReadReport {
        notices = List.copyOf(notices);
    }
}
