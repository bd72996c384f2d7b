package dev.arena.core.judge;

/**
 * How many responses a judge can be shown at once.
 *
 * @param least at least 2
 * @param most at least {@code least}
 */
public record Seats(int least, int most) {
    /** Two responses. */
    public static final Seats PAIR = new Seats(2, 2);

    /** Any number. */
    public static final Seats ANY = new Seats(2, Integer.MAX_VALUE);

    public Seats {
        if (least < 2 || most < least) {
            throw new IllegalArgumentException("no number of responses lies from " + least + " to " + most);
        }
    }

    /** Whether that many responses can be shown. */
    public boolean holds(int count) {
        return count >= least && count <= most;
    }

    /** In words for messages, such as {@code 2} or {@code 2 to 8}. */
    public String shown() {
        return least == most ? Integer.toString(least) : least + (most == ANY.most ? " or more" : " to " + most);
    }
}
