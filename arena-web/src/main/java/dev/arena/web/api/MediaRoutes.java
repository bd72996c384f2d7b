package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.Battle;
import dev.arena.core.model.Media;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.ArenaStore;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a battle, for its voter alone: their addresses are made of the battle's token and positions. And any file by its hash, for
 * those who may see responses beside names.
 */
final class MediaRoutes {
    static final String PATH = "/api/battles/{token}/media/{position}/{n}";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private final ArenaStore store;
    private final MediaFiles files;
    private final BattleService battles;
    private final Voters voters;
    private final Access access;

    MediaRoutes(ArenaStore store, BattleService battles, Voters voters, Access access) {
        this.store = store;
        this.files = new MediaFiles(store.media());
        this.battles = battles;
        this.voters = voters;
        this.access = access;
    }

    List<Route> routes() {
        return List.of(Route.get(PATH, this::media), files.any().onlyAfter(access::requireMayPair));
    }

    private void media(Context context) {
        String token = context.pathParam("token");
        battles.requireOwn(voters.orNobody(context), token);
        Media media = store.battles()
                .findByToken(token)
                .flatMap(battle -> find(battle, number(context, "position"), number(context, "n")))
                .orElseThrow(MediaFiles::notFound);
        files.send(context, media);
    }

    private static int number(Context context, String name) {
        String text = context.pathParam(name);
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    /** The file; position 0 is the prompt, and files are counted from 1. */
    private Optional<Media> find(Battle battle, int position, int n) {
        List<Attachment> shown = MediaAnswers.shown(attachments(battle, position));
        if (n < 1 || n > shown.size()) {
            return Optional.empty();
        }
        return Optional.ofNullable(shown.get(n - 1).sha256()).flatMap(store.media()::find);
    }

    private List<Attachment> attachments(Battle battle, int position) {
        if (position == 0) {
            PromptId prompt = battle.draft().prompt();
            return prompt == null
                    ? List.of()
                    : store.catalog().getPrompt(prompt).text().attachments();
        }
        if (position < 1 || position > battle.seats().size()) {
            return List.of();
        }
        ResponseId id = battle.seats().get(position - 1).response();
        Response response =
                id == null ? null : store.catalog().getResponses(List.of(id)).get(id);
        return response == null ? List.of() : response.text().attachments();
    }
}
