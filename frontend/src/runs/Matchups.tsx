import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api";
import { words } from "../format";
import { type Game, listMatchups, type Matchup, type MatchupQuery, type RunView } from "./api";
import { Go, Problem, verdictOf, Wide } from "./bits";
import { useLoaded } from "./useLive";

const OUTCOMES = ["conflict", "failed", "refused", "unparsed", "tie", "both_bad"] as const;

interface MatchupsProps {
  run: RunView;
  query: MatchupQuery;
  onChange: (query: MatchupQuery) => void;
}

/** Every matchup with the verdicts of all judges in all orders, and filters that stand in the address. */
export function Matchups({ run, query, onChange }: MatchupsProps) {
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
      setProblem(cause instanceof ApiError ? cause : new ApiError(0, "failed", String(cause)));
    }
  };
  const error = problem ?? first.error;
  return (
    <section aria-labelledby="matchups">
      <h2 id="matchups">Matchups</h2>
      <MatchupFilters run={run} query={query} onChange={onChange} />
      {error && <Problem what="The matchups could not be read." error={error} />}
      {first.value && unique.length === 0 && (
        <p class="board-empty">No matchup has a verdict under these filters.</p>
      )}
      {unique.length > 0 && <MatchupTable run={run} rows={unique} />}
      {next !== null && (
        <button type="button" class="button" onClick={() => void load()}>
          More matchups
        </button>
      )}
    </section>
  );
}

function MatchupFilters({ run, query, onChange }: MatchupsProps) {
  const set = (name: keyof MatchupQuery) => (value: string) => onChange({ ...query, [name]: value });
  const { judges, contestants, categories } = run.filters;
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Choice label="Judge" all="All judges" value={query.judge} values={judges} onChange={set("judge")} />
      <Choice
        label="Contestant"
        all="All contestants"
        value={query.contestant}
        values={contestants}
        onChange={set("contestant")}
      />
      {categories.length > 0 && (
        <Choice
          label="Category"
          all="All categories"
          value={query.category}
          values={categories}
          onChange={set("category")}
        />
      )}
      <Choice
        label="Verdicts"
        all="All verdicts"
        value={query.outcome}
        values={OUTCOMES}
        text={(value) => (value === "conflict" ? "Orders disagree" : words(value))}
        onChange={set("outcome")}
      />
      <label class="select">
        <span>Words in the prompt</span>
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

function Choice({ label, all, value = "", values, text = (v) => v, onChange }: ChoiceProps) {
  const known = value === "" || values.includes(value);
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {(known ? values : [...values, value]).map((one) => (
          <option key={one} value={one} selected={one === value}>
            {text(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

function MatchupTable({ run, rows }: { run: RunView; rows: Matchup[] }) {
  return (
    <Wide name="Table of matchups">
      <table class="plain run-matchups">
        <caption>Each verdict stands beside the order in which the responses were shown</caption>
        <thead>
          <tr>
            <th scope="col">Prompt</th>
            <th scope="col">Contestants</th>
            <th scope="col">Verdicts</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Go to={`/runs/${encodeURIComponent(run.id)}?matchup=${encodeURIComponent(row.key)}`}>
                  {row.prompt_key}
                  {row.repeat > 1 ? `, repeat ${row.repeat}` : ""}
                </Go>
                <span class="excerpt" dir="auto">
                  {row.prompt}
                </span>
              </th>
              <td>{row.contestants.join(" · ")}</td>
              <td>
                {row.conflict && <span class="badge badge-conflict">orders disagree</span>}
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
  return (
    <ul class="games">
      {games.map((game) => (
        <li key={`${game.judge} ${game.order.join(" ")}`} class={game.abstained ? "game-none" : ""}>
          <span class="game-judge">{game.judge},</span>{" "}
          <span class="game-order">{game.order.join(" before ")}:</span> <strong>{verdictOf(game)}</strong>
        </li>
      ))}
    </ul>
  );
}
