package dev.arena.ratings.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import org.junit.jupiter.api.Test;

class ClusteredProportionTest {
    @Test
    void interval_oneTrialACluster_isWilsons() {
        ClusteredProportion share = new ClusteredProportion();
        for (int i = 0; i < 40; i++) {
            share.add(i, i < 26, 1);
        }
        ClusteredProportion alone = new ClusteredProportion();
        alone.add(ClusteredProportion.ALONE, true, 26);
        alone.add(ClusteredProportion.ALONE, false, 14);
        Interval wilson = new Proportion(26, 40).interval(Level.standard()).orElseThrow();

        assertThat(share.interval(Level.standard()).orElseThrow().lower()).isEqualTo(wilson.lower(), within(1e-12));
        assertThat(share.interval(Level.standard()).orElseThrow().upper()).isEqualTo(wilson.upper(), within(1e-12));
        assertThat(alone.interval(Level.standard()).orElseThrow().lower()).isEqualTo(wilson.lower(), within(1e-12));
    }

    @Test
    void interval_everyTrialTwice_isThatOfOneTrialEach() {
        ClusteredProportion twice = new ClusteredProportion();
        for (int i = 0; i < 40; i++) {
            twice.add(i, i < 26, 2);
        }
        Interval wilson = new Proportion(26, 40).interval(Level.standard()).orElseThrow();

        assertThat(twice.total()).isEqualTo(new Proportion(52, 80));
        assertThat(twice.interval(Level.standard()).orElseThrow().lower()).isEqualTo(wilson.lower(), within(1e-12));
        assertThat(twice.interval(Level.standard()).orElseThrow().upper()).isEqualTo(wilson.upper(), within(1e-12));
    }

    @Test
    void interval_allOneWay_keepsTheWidthOfItsClusters() {
        ClusteredProportion share = new ClusteredProportion();
        for (int i = 0; i < 10; i++) {
            share.add(i, true, 3);
        }
        Interval wilson = new Proportion(10, 10).interval(Level.standard()).orElseThrow();

        assertThat(share.interval(Level.standard()).orElseThrow().lower()).isEqualTo(wilson.lower(), within(1e-12));
        assertThat(share.interval(Level.standard()).orElseThrow().upper()).isEqualTo(1);
    }

    @Test
    void interval_oneOfEachInEveryCluster_isNoWiderThanWilsons() {
        ClusteredProportion share = new ClusteredProportion();
        for (int i = 0; i < 10; i++) {
            share.add(i, true, 1);
            share.add(i, false, 1);
        }
        Interval wilson = new Proportion(10, 20).interval(Level.standard()).orElseThrow();

        assertThat(share.interval(Level.standard()).orElseThrow().lower()).isEqualTo(wilson.lower(), within(1e-12));
    }

    @Test
    void interval_noTrials_isAbsent() {
        assertThat(new ClusteredProportion().interval(Level.standard())).isEmpty();
        assertThat(new ClusteredProportion().value()).isEmpty();
    }
}
