package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.batch;
import static dev.arena.core.store.StoreFixture.contestant;
import static dev.arena.core.store.StoreFixture.prompt;
import static dev.arena.core.store.StoreFixture.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Attachment;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.problem.InputException;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.CatalogBatch.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a store promises of contestants, prompts and responses. */
abstract class CatalogContract extends RoleContract {
    @Test
    void apply_twice_changesNothing() {
        CatalogBatch batch = new CatalogBatch(
                List.of(contestant("alpha", Map.of("license", "MIT"))),
                List.of(prompt("p1", "Why?"), prompt("p2", "How?")),
                List.of(response("p1", "alpha", "so"), response("p1", "beta", "because")));

        assertThat(store.catalog().apply(batch)).isEqualTo(new CatalogChange(2, 2, 0, 0, 2, 0, 0));
        assertThat(store.catalog().apply(batch)).isEqualTo(new CatalogChange(0, 0, 0, 2, 0, 0, 2));
        assertThat(store.catalog().listContestants())
                .extracting(Contestant::name)
                .containsExactly("alpha", "beta");
    }

    /** Longer than a JSON parser reads unless told otherwise (20,000,000 characters): what was stored must never be locked away. */
    @Test
    void getPrompt_textLongerThanParsersReadByDefault_isReadBack() {
        String text = "ü".repeat(20_000_001);
        store.catalog().apply(new CatalogBatch(List.of(), List.of(prompt("p1", text)), List.of()));

        Prompt stored = store.catalog().findPrompt("p1").orElseThrow();

        assertThat(stored.text().turns().get(0)).hasSameSizeAs(text).isEqualTo(text);
        assertThat(store.catalog().getPrompt(stored.id())).isEqualTo(stored);
    }

    @Test
    void apply_ofAFullPromptAndResponse_roundTrips() {
        PromptText text = new PromptText(
                List.of("İlk soru?", "zweite 🦉"),
                "coding",
                "tr",
                "ref\n2",
                List.of(new Attachment("image/png", "a/b.png")));
        ResponseText answer = new ResponseText(List.of("", "satır\n\"iki\""), List.of(new Attachment("text/x", "c")));
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(),
                        List.of(prompt("ключ", text)),
                        List.of(new NewResponse(new Origin("f", 1), "ключ", "α/β v1.0", answer))));

        Prompt stored = store.catalog().findPrompt("ключ").orElseThrow();
        assertThat(stored.text()).isEqualTo(text);
        assertThat(store.catalog().getPrompt(stored.id())).isEqualTo(stored);
        assertThat(store.catalog().listPrompts()).containsExactly(stored);
        ResponseHead head = store.catalog().listCurrentResponses().get(0);
        Response response = store.catalog().getResponses(List.of(head.id())).get(head.id());
        assertThat(response)
                .isEqualTo(new Response(head.id(), stored.id(), head.contestant(), 1, answer, answer.sha256()));
        assertThat(head).isEqualTo(new ResponseHead(head.id(), stored.id(), head.contestant(), 1, answer.sha256()));
        assertThat(store.catalog().contestantsById())
                .hasEntrySatisfying(
                        head.contestant(), who -> assertThat(who.name()).isEqualTo("α/β v1.0"));
    }

    @Test
    void apply_ofAChangedResponse_makesANewVersionAndKeepsTheOld() {
        store.catalog().apply(batch(prompt("p1", "Why?")));
        store.catalog().apply(batch(response("p1", "alpha", "one"), response("p1", "beta", "same")));
        ResponseId old = store.catalog().listCurrentResponses().get(0).id();

        assertThat(store.catalog().apply(batch(response("p1", "alpha", "two"), response("p1", "beta", "same"))))
                .isEqualTo(new CatalogChange(0, 0, 0, 0, 0, 1, 1));

        ResponseHead current = store.catalog().listCurrentResponses().get(0);
        assertThat(current.version()).isEqualTo(2);
        assertThat(store.catalog().getResponses(List.of(old, current.id(), new ResponseId(99))))
                .hasSize(2)
                .hasEntrySatisfying(old, was -> assertThat(was.text()).isEqualTo(ResponseText.of("one")))
                .hasEntrySatisfying(current.id(), is -> assertThat(is.text()).isEqualTo(ResponseText.of("two")));
        assertThat(store.catalog().listCurrentResponses()).hasSize(2);
        assertThat(store.catalog().findCurrent(List.of(old, current.id(), new ResponseId(99))))
                .containsExactly(current.id());
        assertThat(store.catalog().findCurrent(List.of())).isEmpty();
    }

    @Test
    void apply_ofAResponseChangedBack_isAThirdVersion() {
        store.catalog().apply(batch(prompt("p1", "Why?")));
        for (String text : List.of("one", "two", "one")) {
            store.catalog().apply(batch(response("p1", "alpha", text)));
        }
        assertThat(store.catalog().listCurrentResponses())
                .extracting(ResponseHead::version)
                .containsExactly(3);
    }

    @Test
    void apply_ofOtherTurnsForAStoredPrompt_saysWhereAndWhat() {
        store.catalog().apply(batch(prompt("p1", "Why?")));
        long before = store.revision();
        CatalogBatch changed =
                new CatalogBatch(List.of(), List.of(prompt("p0", "First?"), prompt("p1", "Why\nnot?")), List.of());

        assertThatThrownBy(() -> store.catalog().apply(changed))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "prompts.jsonl:7: field 'turns' is 'Why not?'; allowed: what is stored for prompt 'p1': 'Why?'. "
                                + "Votes refer to the text that is stored: give the changed prompt an id of its own.");
        assertThat(store.catalog().findPrompt("p0")).isEmpty();
        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    void apply_ofOtherAttachmentsForAStoredPrompt_isRefused() {
        PromptText with =
                new PromptText(List.of("What is it?"), null, null, null, List.of(new Attachment("image/png", "a")));
        PromptText other = new PromptText(with.turns(), null, null, null, List.of(new Attachment("image/png", "b")));
        store.catalog().apply(batch(prompt("p1", with)));

        assertThatThrownBy(() -> store.catalog().apply(batch(prompt("p1", other))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("field 'attachments'");
    }

    @Test
    void apply_ofAPromptKnownByKeyOnly_fillsInTheRest() {
        store.catalog().apply(batch(prompt("p1", new PromptText(List.of(), "coding", null, null, List.of()))));
        assertThat(store.catalog().findPrompt("p1").orElseThrow().text().turns())
                .isEmpty();

        assertThat(store.catalog()
                        .apply(batch(prompt("p1", new PromptText(List.of("Why?"), null, "en", "r", List.of())))))
                .isEqualTo(new CatalogChange(0, 0, 1, 0, 0, 0, 0));
        assertThat(store.catalog()
                        .apply(batch(prompt("p1", new PromptText(List.of(), "maths", null, null, List.of())))))
                .isEqualTo(new CatalogChange(0, 0, 1, 0, 0, 0, 0));

        assertThat(store.catalog().findPrompt("p1").orElseThrow().text())
                .isEqualTo(new PromptText(List.of("Why?"), "maths", "en", "r", List.of()));
    }

    @Test
    void apply_ofNewFacts_replacesThoseGivenAndKeepsTheOthers() {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(contestant("alpha", Map.of("license", "MIT", "price", "1"))), List.of(), List.of()));
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(contestant("alpha", Map.of("price", "2", "organization", "x"))), List.of(), List.of()));
        assertThat(store.catalog().findContestant("alpha").orElseThrow().facts())
                .containsExactly(Map.entry("license", "MIT"), Map.entry("organization", "x"), Map.entry("price", "2"));
    }

    @Test
    void apply_ofAResponseWithoutItsPrompt_storesNothing() {
        CatalogBatch batch = batch(response("p9", "alpha", "so"));

        assertThatThrownBy(() -> store.catalog().apply(batch))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "responses.jsonl:9: field 'prompt_id' is 'p9'; allowed: the id of a prompt that is stored already "
                                + "or comes in the same import. Import the prompts first, or together with the responses.");
        assertThat(store.catalog().listContestants()).isEmpty();
        assertThat(store.revision()).isZero();
    }

    @Test
    void listContestants_ofNamesInAnyCase_sortsByCodeUnit() {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(contestant("i", Map.of()), contestant("İ", Map.of()), contestant("I", Map.of())),
                        List.of(),
                        List.of()));
        assertThat(store.catalog().listContestants())
                .extracting(Contestant::name)
                .containsExactly("I", "i", "İ");
    }
}
