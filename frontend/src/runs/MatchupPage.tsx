import { useEffect } from "preact/hooks";
import { count, fixed, NONE, words } from "../format";
import { type GameDetail, type MatchupDetail, readMatchup } from "./api";
import { Go, LiveMark, Problem, verdictOf } from "./bits";
import { time } from "./RunsPage";
import { useLoaded, useRevision } from "./useLive";

/** One matchup: what was asked, what was answered, and what every judge said in every order, word for word. */
export function MatchupPage({ run, matchup }: { run: string; matchup: string }) {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(() => readMatchup(run, matchup), [run, matchup, revision]);
  useEffect(() => {
    document.title = `${value?.prompt_key ?? "Matchup"} · ${run} · Arena`;
  }, [run, value?.prompt_key]);
  return (
    <main id="main" class="board runs" tabIndex={-1}>
      <p>
        <Go to={`/runs/${encodeURIComponent(run)}`}>Run {run}</Go>
      </p>
      <div class="board-head">
        <h1>{value ? value.prompt_key : "Matchup"}</h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what="The matchup could not be read." error={error} />}
      {value && <Detail matchup={value} />}
      {!value && !error && <p>Loading…</p>}
    </main>
  );
}

function Detail({ matchup }: { matchup: MatchupDetail }) {
  return (
    <>
      {matchup.conflict && (
        <p class="banner">
          <span>
            <strong>The orders disagree.</strong> At least one judge changed its mind when the responses
            changed places.
          </span>
        </p>
      )}
      <section aria-labelledby="prompt">
        <h2 id="prompt">Prompt{matchup.category ? ` (${matchup.category})` : ""}</h2>
        <Words turns={matchup.prompt} />
        {matchup.reference !== null && (
          <details>
            <summary>Reference</summary>
            <Words turns={[matchup.reference]} />
          </details>
        )}
      </section>
      <section aria-labelledby="responses">
        <h2 id="responses">Responses</h2>
        <div class="side-by-side">
          {matchup.responses.map((response) => (
            <article key={response.contestant} aria-label={response.contestant}>
              <h3>{response.contestant}</h3>
              <Words turns={response.turns} />
            </article>
          ))}
        </div>
      </section>
      <section aria-labelledby="verdicts">
        <h2 id="verdicts">Verdicts</h2>
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
  const name = `${game.judge}: ${game.order.join(" before ")}`;
  return (
    <article class="game-card" aria-label={name}>
      <h3>
        {game.judge} <small>{game.order.join(" before ")}</small>
      </h3>
      <p>
        {game.winner === null ? "Verdict: " : "Better: "}
        <strong>{verdictOf(game)}</strong>
        {game.winner === null ? "" : ` (${words(game.verdict, false)})`}
        {game.error ? ` – ${game.error}` : ""}
      </p>
      <Reply game={game} />
      {game.question !== null && (
        <details>
          <summary>
            {game.question_as_stored
              ? "The question, as it was sent"
              : "The question, as it would be asked now"}
            {game.question_as_stored === false ? ": it is not the one that was answered" : ""}
          </summary>
          <Words turns={[game.question]} />
        </details>
      )}
      <Facts game={game} />
    </article>
  );
}

function Reply({ game }: { game: GameDetail }) {
  const text = game.reply ?? game.rationale;
  return (
    <>
      {game.first_reply !== null && (
        <details>
          <summary>The first reply, which could not be read</summary>
          <Words turns={[game.first_reply]} />
        </details>
      )}
      {text === null ? <p>No reply.</p> : <Words turns={[text]} />}
    </>
  );
}

function Facts({ game }: { game: GameDetail }) {
  const facts: [string, string][] = [["at", time(game.at)]];
  if (game.cached) {
    facts.push(["reply", "stored before, not asked again"]);
  }
  if (game.attempts !== null) {
    facts.push(
      ["sent", `${count(game.attempts)} ×`],
      ["cost", game.cost_usd === null ? "unknown" : `${fixed(game.cost_usd, 6)} USD`],
      ["tokens in / out", `${number(game.prompt_tokens)} / ${number(game.completion_tokens)}`],
    );
  }
  if (game.duration_ms !== null) {
    facts.push(["took", `${count(game.duration_ms)} ms`]);
  }
  if (game.model !== null) {
    facts.push(["answered by", game.model]);
  }
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function number(value: number | null): string {
  return value === null ? NONE : count(value);
}
