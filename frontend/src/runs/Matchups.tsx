import { useEffect, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go, Problem, Select, Wide } from "../board/bits";
import { ownWord, verdictName } from "../board/names";
import { useLoaded } from "../board/useLoaded";
import { colon } from "../i18n/language";
import { joined } from "../i18n/names";
import { Name } from "../ui/Name";
import { type Game, listMatchups, type Matchup, type MatchupQuery, type RunView } from "./api";
import { useOrder, verdictOf } from "./bits";
import { useSay } from "./words";

const OUTCOMES = ["conflict", "failed", "refused", "unparsed", "tie", "both_bad"] as const;

interface MatchupsProps {
  run: RunView;
  query: MatchupQuery;
  onChange: (query: MatchupQuery) => void;
}

/** Every matchup with the verdicts of all judges in all orders, and filters that stand in the address. */
export function Matchups({ run, query, onChange }: MatchupsProps) {
  const say = useSay();
  const parts = JSON.stringify(query);
  const first = useLoaded(() => listMatchups(run.id, query), [run.id, parts, run.revision]);
  const [more, setMore] = useState<{ of: string; rows: Matchup[]; next: string | null } | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  useEffect(() => setMore(null), [parts]);

  const kept = more?.of === parts ? more : null;
  const rows = [...(first.value?.matchups ?? []), ...(kept?.rows ?? [])];
  const seen = new Set<string>();
  const unique = rows.filter((row) => !seen.has(row.key) && seen.add(row.key));
  const next = kept ? kept.next : (first.value?.next ?? null);
  const load = async () => {
    if (next === null) {
      return;
    }
    try {
      const page = await listMatchups(run.id, query, next);
      setMore({ of: parts, rows: [...(kept?.rows ?? []), ...page.matchups], next: page.next });
      setProblem(null);
    } catch (cause) {
      setProblem(asError(cause));
    }
  };
  const error = problem ?? first.error;
  return (
    <section aria-labelledby="matchups">
      <h2 id="matchups">{say("matchups")}</h2>
      <MatchupFilters run={run} query={query} onChange={onChange} />
      {error && <Problem what={say("matchups_failed")} error={error} />}
      {first.value && unique.length === 0 && <p class="board-empty">{say("no_matchups")}</p>}
      {unique.length > 0 && <MatchupTable run={run} rows={unique} />}
      {next !== null && (
        <button type="button" class="button" onClick={() => void load()}>
          {say("more_matchups")}
        </button>
      )}
    </section>
  );
}

function MatchupFilters({ run, query, onChange }: MatchupsProps) {
  const say = useSay();
  const set = (name: keyof MatchupQuery) => (value: string) => onChange({ ...query, [name]: value });
  const { judges, contestants, categories } = run.filters;
  return (
    <form class="filters" aria-label={say("filters")} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={say("judge")}
        all={say("all_judges")}
        value={query.judge}
        values={judges}
        onChange={set("judge")}
      />
      <Choice
        label={say("contestant")}
        all={say("all_contestants")}
        value={query.contestant}
        values={contestants}
        onChange={set("contestant")}
      />
      {categories.length > 0 && (
        <Choice
          label={say("category")}
          all={say("all_categories")}
          text={ownWord}
          value={query.category}
          values={categories}
          onChange={set("category")}
        />
      )}
      <Choice
        label={say("verdicts")}
        all={say("all_verdicts")}
        value={query.outcome}
        values={OUTCOMES}
        text={(value) => (value === "conflict" ? say("orders_disagree_short") : verdictName(value))}
        onChange={set("outcome")}
      />
      <label class="select">
        <span>{say("words_in_prompt")}</span>
        <input
          type="search"
          value={query.q ?? ""}
          onChange={(event) => set("q")(event.currentTarget.value.trim())}
        />
      </label>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | undefined;
  values: readonly string[];
  text?: (value: string) => string;
  onChange: (value: string) => void;
}

function Choice({ label, all, value = "", values, text = (one) => one, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      value={value}
      choices={[{ value: "", text: all }, ...values.map((one) => ({ value: one, text: text(one) }))]}
      onChange={onChange}
    />
  );
}

function MatchupTable({ run, rows }: { run: RunView; rows: Matchup[] }) {
  const say = useSay();
  return (
    <Wide name={say("matchups_table")}>
      <table class="plain run-matchups">
        <caption>{say("matchups_caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("prompt")}</th>
            <th scope="col">{say("contestants")}</th>
            <th scope="col">{say("verdicts")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Go to={`/runs/${encodeURIComponent(run.id)}?matchup=${encodeURIComponent(row.key)}`}>
                  <Name of={row.prompt_key} />
                  {row.repeat > 1 ? `, ${say("repeat", { number: row.repeat })}` : ""}
                </Go>
                <span class="excerpt" dir="auto">
                  {row.prompt}
                </span>
              </th>
              <td>
                <bdi class="name">{joined(row.contestants, " · ")}</bdi>
              </td>
              <td>
                {row.conflict && <span class="badge badge-conflict">{say("orders_disagree_short")}</span>}
                <GameList games={row.games} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function GameList({ games }: { games: Game[] }) {
  const order = useOrder();
  return (
    <ul class="games">
      {games.map((game) => (
        <li key={`${game.judge} ${game.order.join(" ")}`} class={game.abstained ? "game-none" : ""}>
          <span class="game-judge">
            <Name of={game.judge} />,
          </span>{" "}
          <span class="game-order">
            <bdi class="name">{order(game)}</bdi>
            {colon().trimEnd()}
          </span>{" "}
          <strong>
            <Name of={verdictOf(game)} />
          </strong>
        </li>
      ))}
    </ul>
  );
}
