import { useEffect } from "preact/hooks";
import { count, fixed } from "../format";
import { navigate } from "../router";
import { FILTERS, type MatchupQuery, type RunView, readRun } from "./api";
import { Go, LiveMark, Problem } from "./bits";
import { Canaries, JudgeTable } from "./JudgeTable";
import { Matchups } from "./Matchups";
import { time } from "./RunsPage";
import { useLoaded, useRevision } from "./useLive";

/** One run while it goes on, and after. */
export function RunPage({ run, query }: { run: string; query: URLSearchParams }) {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(() => readRun(run), [run, revision]);
  useEffect(() => {
    document.title = `Run ${run} · Arena`;
  }, [run]);
  const filters: MatchupQuery = {};
  for (const name of FILTERS) {
    const wanted = query.get(name);
    if (wanted) {
      filters[name] = wanted;
    }
  }
  return (
    <main id="main" class="board runs" tabIndex={-1}>
      <p>
        <Go to="/runs">All runs</Go>
      </p>
      <div class="board-head">
        <h1>{run}</h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what="The run could not be read." error={error} />}
      {value && (
        <>
          {value.simulated && (
            <p class="banner banner-simulated">
              <span>
                <strong>Simulated verdicts.</strong> A scripted judge takes part.
              </span>
            </p>
          )}
          <Progress run={value} />
          <JudgeTable run={value} />
          <Canaries run={value} />
          <Matchups run={value} query={filters} onChange={(next) => navigate(addressOf(run, next), true)} />
        </>
      )}
      {!value && !error && <p>Loading…</p>}
    </main>
  );
}

/** The address of this page under these filters. */
export function addressOf(run: string, query: MatchupQuery): string {
  const params = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query[name];
    if (value) {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return `/runs/${encodeURIComponent(run)}${text === "" ? "" : `?${text}`}`;
}

function Progress({ run }: { run: RunView }) {
  const planned = run.judges.reduce((sum, judge) => sum + (judge.planned ?? 0), 0);
  const done = run.judges.reduce((sum, judge) => sum + judge.votes + abstained(judge.abstentions), 0);
  const calls = run.judges.reduce((sum, judge) => sum + judge.calls, 0);
  const unpriced = run.judges.some((judge) => judge.calls > 0 && judge.cost_usd === null);
  const spent = run.judges.reduce((sum, judge) => sum + (judge.cost_usd ?? 0), 0);
  const cap = run.max_cost_usd === null ? "" : ` of ${fixed(run.max_cost_usd, 4)}`;
  const callCap = run.max_calls === null ? "" : ` of ${count(run.max_calls)}`;
  return (
    <section aria-labelledby="progress" class="run-progress">
      <h2 id="progress">Progress</h2>
      {planned > 0 && (
        <progress max={planned} value={done} aria-label={`${done} of ${planned} verdicts`}>
          {Math.floor((100 * done) / planned)} %
        </progress>
      )}
      <p>
        {count(done)}
        {planned > 0 ? ` of ${count(planned)}` : ""} verdicts given · {count(calls)}
        {callCap} calls · {calls === 0 ? "no cost" : `${fixed(spent, 4)}${cap} USD known`}
        {unpriced ? ", some prices unknown" : ""} · began {time(run.started_at)}
        {run.ending ? ` · last session: ${run.ending}` : ""}
      </p>
    </section>
  );
}

export function abstained(reasons: Record<string, number>): number {
  return Object.values(reasons).reduce((sum, n) => sum + n, 0);
}
