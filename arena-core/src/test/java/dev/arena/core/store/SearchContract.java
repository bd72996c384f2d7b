package dev.arena.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a store promises of finding responses by their words, whether they are indexed or not. */
abstract class SearchContract extends RoleContract {
    @BeforeEach
    void texts() {
        store.catalog().apply(StoreFixture.batch(StoreFixture.prompt("p1", "Why?")));
        store.catalog()
                .apply(StoreFixture.batch(
                        StoreFixture.response("p1", "alpha", "The caffè in Zürich, on 2026-11-22."),
                        StoreFixture.response("p1", "beta", "CAFFEINE \"quoted\" AND NOT (this) * OR that"),
                        StoreFixture.response("p1", "gamma", "nothing of it")));
    }

    private Set<String> found(String words) {
        Set<ResponseId> ids = store.search().findResponses(SearchWords.of(words));
        Set<String> names = new TreeSet<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            if (ids.contains(head.id())) {
                store.catalog().listContestants().stream()
                        .filter(contestant -> contestant.id().equals(head.contestant()))
                        .forEach(contestant -> names.add(contestant.name()));
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            caff          | alpha,beta
            caffe         | alpha,beta
            Caffè Zurich  | alpha
            zür           | alpha
            2026 11       | alpha
            "quoted" AND  | beta
            NOT           | beta,gamma
            ffe           | ''
            thing         | ''
            * OR (that    | beta
            """)
    void findResponses_byBeginnings_isTheSameBeforeAndAfterIndexing(String words, String expected) {
        List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(","));

        assertThat(found(words)).containsExactlyElementsOf(names);
        assertThat(store.search().index(2)).isBetween(0, 2);
        assertThat(found(words)).containsExactlyElementsOf(names);
        while (store.search().index(2) > 0) {
            assertThat(found(words)).containsExactlyElementsOf(names);
        }
        assertThat(found(words)).containsExactlyElementsOf(names);
    }

    @Test
    void findResponses_ofANewVersion_findsBoth() {
        int unused = store.search().index(10);
        store.catalog().apply(StoreFixture.batch(StoreFixture.response("p1", "gamma", "a fresh answer")));

        assertThat(found("fresh")).containsExactly("gamma");
        assertThat(store.search().findResponses(SearchWords.of("nothing"))).hasSize(1);
    }
}
