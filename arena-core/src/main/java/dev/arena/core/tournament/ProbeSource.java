package dev.arena.core.tournament;

import dev.arena.core.store.CatalogStore;
import java.util.List;

/** Plants questions for the judges of a run. */
public interface ProbeSource {
    /** Plants nothing. */
    ProbeSource NONE = (plan, judge, catalog) -> List.of();

    /**
     * The questions for one judge, the same for the same plan.
     *
     * @param judge the judge's name
     */
    List<PlannedProbe> probes(Plan plan, String judge, CatalogStore catalog);
}
