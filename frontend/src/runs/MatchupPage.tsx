import { Go, Loading, Problem, useTitle } from "../board/bits";
import { Files, FileTools, useFiles } from "../board/files";
import { verdictName } from "../board/names";
import { count, fixed, NONE, time } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { colon } from "../i18n/language";
import { joined, visible } from "../i18n/names";
import { Name } from "../ui/Name";
import { type GameDetail, type MatchupDetail, readMatchup } from "./api";
import { LiveMark, useOrder, verdictOf } from "./bits";
import { useRevision } from "./useLive";
import { useSay } from "./words";

/** One matchup: what was asked, what was answered, and what every judge said in every order, word for word. */
export function MatchupPage({ run, matchup }: { run: string; matchup: string }) {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(() => readMatchup(run, matchup), [run, matchup, revision]);
  const say = useSay();
  useTitle(`${value?.prompt_key ?? say("matchup")} · ${run}`);
  return (
    <main id="main" class="board runs" tabIndex={-1}>
      <p>
        <Go to={`/runs/${encodeURIComponent(run)}`}>
          {say("run")} <Name of={run} />
        </Go>
      </p>
      <div class="board-head">
        <h1>
          <Name of={value ? value.prompt_key : say("matchup")} />
        </h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what={say("matchup_failed")} error={error} />}
      {value && <Detail matchup={value} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function Detail({ matchup }: { matchup: MatchupDetail }) {
  const say = useSay();
  const files = useFiles(matchup);
  return (
    <>
      {matchup.conflict && (
        <p class="banner">
          <span>
            <strong>{say("orders_disagree")}</strong> {say("orders_disagree_help")}
          </span>
        </p>
      )}
      <section aria-labelledby="prompt">
        <h2 id="prompt">
          {say("prompt")}
          {matchup.category ? ` (${matchup.category})` : ""}
        </h2>
        <Words turns={matchup.prompt} />
        <Files files={files} of={null} />
        <FileTools files={files} />
        {matchup.reference !== null && (
          <details>
            <summary>{say("reference")}</summary>
            <Words turns={[matchup.reference]} />
          </details>
        )}
      </section>
      <section aria-labelledby="responses">
        <h2 id="responses">{say("responses")}</h2>
        <div class="side-by-side">
          {matchup.responses.map((response, index) => (
            <article key={response.contestant} aria-label={visible(response.contestant)}>
              <h3>
                <Name of={response.contestant} />
              </h3>
              <Words turns={response.turns} />
              <Files files={files} of={{ index, name: response.contestant }} />
            </article>
          ))}
        </div>
      </section>
      <section aria-labelledby="verdicts">
        <h2 id="verdicts">{say("verdicts")}</h2>
        <div class="side-by-side">
          {matchup.games.map((game) => (
            <GameCard key={`${game.judge} ${game.order.join(" ")} ${game.at}`} game={game} />
          ))}
        </div>
      </section>
    </>
  );
}

/** Texts of strangers: shown as they are, letter by letter, never as markup. */
function Words({ turns }: { turns: string[] }) {
  return (
    <>
      {turns.map((turn, index) => (
        <pre key={index} class="words" dir="auto">
          {turn}
        </pre>
      ))}
    </>
  );
}

function GameCard({ game }: { game: GameDetail }) {
  const say = useSay();
  const order = useOrder()(game);
  const name = `${joined([game.judge], "")}${colon()}${order}`;
  return (
    <article class="game-card" aria-label={name}>
      <h3>
        <Name of={game.judge} />{" "}
        <small>
          <bdi class="name">{order}</bdi>
        </small>
      </h3>
      <p>
        {say(game.winner === null ? "verdict" : "better")}{" "}
        <strong>
          <Name of={verdictOf(game)} />
        </strong>
        {game.winner === null ? "" : ` (${verdictName(game.verdict)})`}
        {game.error ? ` – ${game.error}` : ""}
      </p>
      <Reply game={game} />
      {game.question !== null && (
        <details>
          <summary>
            {say(
              game.question_as_stored === null
                ? "question_now"
                : game.question_as_stored
                  ? "question_sent"
                  : "question_other",
            )}
          </summary>
          <Words turns={[game.question]} />
        </details>
      )}
      <Facts game={game} />
    </article>
  );
}

function Reply({ game }: { game: GameDetail }) {
  const say = useSay();
  const text = game.reply ?? game.rationale;
  return (
    <>
      {game.first_reply !== null && (
        <details>
          <summary>{say("first_reply")}</summary>
          <Words turns={[game.first_reply]} />
        </details>
      )}
      {text === null ? <p>{say("no_reply")}</p> : <Words turns={[text]} />}
    </>
  );
}

function Facts({ game }: { game: GameDetail }) {
  const say = useSay();
  const facts: [string, string][] = [[say("at"), time(game.at)]];
  if (game.cached) {
    facts.push([say("reply"), say("not_asked")]);
  }
  if (game.attempts !== null) {
    facts.push(
      [say("sent"), `${count(game.attempts)} ×`],
      [say("cost"), game.cost_usd === null ? say("unknown") : `${fixed(game.cost_usd, 6)} USD`],
      [say("tokens"), `${number(game.prompt_tokens)} / ${number(game.completion_tokens)}`],
    );
  }
  if (game.duration_ms !== null) {
    facts.push([say("took"), `${count(game.duration_ms)} ms`]);
  }
  if (game.model !== null) {
    facts.push([say("answered_by"), game.model]);
  }
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Name of={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function number(value: number | null): string {
  return value === null ? NONE : count(value);
}
