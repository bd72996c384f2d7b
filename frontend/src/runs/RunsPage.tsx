import { Go, Loading, Problem, useTitle, Wide } from "../board/bits";
import { count, fixed, NONE, time } from "../board/numbers";
import { useLocation } from "../router";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/runs.css";
import { useLoaded } from "../board/useLoaded";
import { listRuns, type RunHead } from "./api";
import { LiveMark } from "./bits";
import { MatchupPage } from "./MatchupPage";
import { RunPage } from "./RunPage";
import { useRevision } from "./useLive";
import { useSay } from "./words";

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

function RunList() {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(listRuns, [revision]);
  const say = useSay();
  useTitle(say("runs"));
  return (
    <main id="main" class="board" tabIndex={-1}>
      <div class="board-head">
        <h1>{say("runs")}</h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what={say("runs_failed")} error={error} />}
      {value && value.runs.length === 0 && <p class="board-empty">{say("no_runs")}</p>}
      {value && value.runs.length > 0 && <RunTable runs={value.runs} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function RunTable({ runs }: { runs: RunHead[] }) {
  const say = useSay();
  return (
    <Wide name={say("runs_table")}>
      <table class="plain">
        <caption>{say("runs_caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("run")}</th>
            <th scope="col">{say("began")}</th>
            <th scope="col" class="cell-count">
              {say("verdicts")}
            </th>
            <th scope="col" class="cell-count">
              {say("abstentions")}
            </th>
            <th scope="col" class="cell-count">
              {say("calls")}
            </th>
            <th scope="col" class="cell-count">
              {say("known_cost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <Go to={`/runs/${encodeURIComponent(run.id)}`}>
                  <Name of={run.id} />
                </Go>
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
