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
 * those who may see responses beside names. Headers say no more than what a file is and how long: no name, no hash, no time.
 */
final class MediaRoutes {
    static final String PATH = "/api/battles/{token}/media/{position}/{n}";

    /** Any file; a hash tells who made what, so it is not for whoever may vote. */
    static final String ANY = "/api/media/{file}";

    /** A file opened by itself can do nothing: no script, no request, no form, no origin. */
    static final String CONTENT_SECURITY_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ArenaStore store;
    private final BattleService battles;
    private final Voters voters;
    private final Access access;

    MediaRoutes(ArenaStore store, BattleService battles, Voters voters, Access access) {
        this.store = store;
        this.battles = battles;
        this.voters = voters;
        this.access = access;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, this::media), Route.get(ANY, this::anyMedia).onlyAfter(access::requireMayPair));
    }

    private void media(Context context) {
        String token = context.pathParam("token");
        battles.requireOwn(voters.orNobody(context), token);
        Media media = store.battles()
                .findByToken(token)
                .flatMap(battle -> find(battle, number(context, "position"), number(context, "n")))
                .orElseThrow(MediaRoutes::notFound);
        send(context, media);
    }

    private void anyMedia(Context context) {
        Media media = Optional.of(context.pathParam("file"))
                .filter(hash -> HASH.matcher(hash).matches())
                .flatMap(store.media()::find)
                .orElseThrow(MediaRoutes::notFound);
        send(context, media);
    }

    private void send(Context context, Media media) {
        context.contentType(media.mediaType())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "private, no-store")
                .header("Accept-Ranges", "bytes");
        String asked = context.header("Range");
        Optional<ByteRange> range = asked == null ? Optional.empty() : ByteRange.parse(asked, media.size());
        ByteRange sent = range.orElseGet(() -> new ByteRange(0, media.size() - 1));
        if (sent.isEmpty()) {
            context.header("Content-Range", "bytes */" + media.size());
            throw ApiException.of(416, "range_not_satisfiable", "The file has " + media.size() + " bytes.");
        }
        if (range.isPresent()) {
            context.status(206).header("Content-Range", sent.contentRange(media.size()));
        }
        // A length that is told must be that of what is sent, so nothing compresses it on the way.
        context.disableCompression().header("Content-Length", Long.toString(sent.length()));
        context.result(new MediaStream(store.media(), media.sha256(), sent));
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

    private static ApiException notFound() {
        ApiError error = Errors.ofStatus(404);
        return ApiException.of(404, error.code(), error.message());
    }
}
