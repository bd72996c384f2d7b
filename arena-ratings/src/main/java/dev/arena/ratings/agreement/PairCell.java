package dev.arena.ratings.agreement;

/** The scores of one pair of contestants, of the lower index against the higher. */
final class PairCell {
    final int low;
    final int high;
    /** People, on all matchups they scored. */
    final Moments humans;
    /** People (x) and judge (y), on matchups that both scored. */
    final Moments shared;
    /** The judge, on matchups that people did not score. */
    final Moments further;

    PairCell(int low, int high) {
        this(low, high, new Moments(), new Moments(), new Moments());
    }

    private PairCell(int low, int high, Moments humans, Moments shared, Moments further) {
        this.low = low;
        this.high = high;
        this.humans = humans;
        this.shared = shared;
        this.further = further;
    }

    /** The same sums under other numbers, in the same order. */
    PairCell renumbered(int[] number) {
        return new PairCell(number[low], number[high], humans, shared, further);
    }

    void both(double human, double judge) {
        humans.add(human, 0);
        shared.add(human, judge);
    }

    void human(double score) {
        humans.add(score, 0);
    }

    void judge(double score) {
        further.add(score, 0);
    }

    /** Whether there is something to correct with: the judge on shared and on further matchups. */
    boolean corrects() {
        return shared.n > 0 && further.n > 0;
    }

    /** Sums of one or two numbers. */
    static final class Moments {
        long n;
        double x;
        double y;
        double xx;
        double xy;
        double yy;

        void add(double one, double other) {
            n++;
            x += one;
            y += other;
            xx += one * one;
            xy += one * other;
            yy += other * other;
        }

        double meanX() {
            return n == 0 ? 0 : x / n;
        }

        double meanY() {
            return n == 0 ? 0 : y / n;
        }
    }
}
