import { useEffect } from "preact/hooks";
import { count, fixed, NONE } from "../format";
import { navigate, useLocation } from "../router";
import "../styles/leaderboard.css";
import "../styles/runs.css";
import { listRuns, type RunHead } from "./api";
import { LiveMark, Problem, Wide } from "./bits";
import { MatchupPage } from "./MatchupPage";
import { RunPage } from "./RunPage";
import { useLoaded, useRevision } from "./useLive";

/** Everything under `/runs`: the list, one run, one matchup of it. */
export function RunsPage() {
  const { path, query } = useLocation();
  const id = decodeURIComponent(path.slice("/runs/".length));
  const matchup = query.get("matchup");
  if (id === "") {
    return <RunList />;
  }
  return matchup ? <MatchupPage run={id} matchup={matchup} /> : <RunPage run={id} query={query} />;
}

/** A time in the words of the person's own place. */
export function time(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime())
    ? text
    : date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}

function RunList() {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(listRuns, [revision]);
  useEffect(() => {
    document.title = "Runs · Arena";
  }, []);
  return (
    <main id="main" class="board" tabIndex={-1}>
      <div class="board-head">
        <h1>Runs</h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what="The runs could not be read." error={error} />}
      {value && value.runs.length === 0 && (
        <p class="board-empty">There is no run yet. “arena run TOURNAMENT.yaml” begins one.</p>
      )}
      {value && value.runs.length > 0 && <RunTable runs={value.runs} />}
      {!value && !error && <p>Loading…</p>}
    </main>
  );
}

function RunTable({ runs }: { runs: RunHead[] }) {
  return (
    <Wide name="Table of runs">
      <table class="plain">
        <caption>Tournaments of judges in this database, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Run</th>
            <th scope="col">Began</th>
            <th scope="col" class="cell-count">
              Verdicts
            </th>
            <th scope="col" class="cell-count">
              Abstentions
            </th>
            <th scope="col" class="cell-count">
              Calls
            </th>
            <th scope="col" class="cell-count">
              Known cost, USD
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <RunLink id={run.id} />
              </th>
              <td>{time(run.started_at)}</td>
              <td class="cell-count">{count(run.votes - run.abstentions)}</td>
              <td class="cell-count">{count(run.abstentions)}</td>
              <td class="cell-count">{count(run.calls)}</td>
              <td class="cell-count">{run.calls === 0 ? NONE : fixed(run.cost_usd, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function RunLink({ id }: { id: string }) {
  const address = `/runs/${encodeURIComponent(id)}`;
  return (
    <a
      href={address}
      onClick={(event) => {
        if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
          event.preventDefault();
          navigate(address);
        }
      }}
    >
      {id}
    </a>
  );
}
