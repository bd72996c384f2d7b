import { Go, Loading, Problem, Simulated, useTitle } from "../board/bits";
import { count, fixed, time } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { navigate } from "../router";
import { Name } from "../ui/Name";
import { FILTERS, type MatchupQuery, type RunView, readRun } from "./api";
import { LiveMark } from "./bits";
import { Canaries, JudgeTable } from "./JudgeTable";
import { Matchups } from "./Matchups";
import { useRevision } from "./useLive";
import { useSay } from "./words";

/** One run while it goes on, and after. */
export function RunPage({ run, query }: { run: string; query: URLSearchParams }) {
  const { revision, live } = useRevision();
  const { value, error } = useLoaded(() => readRun(run), [run, revision]);
  const say = useSay();
  useTitle(`${say("run")} ${run}`);
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
        <Go to="/runs">{say("all_runs")}</Go>
      </p>
      <div class="board-head">
        <h1>
          <Name of={run} />
        </h1>
        <LiveMark live={live} />
      </div>
      {error && <Problem what={say("run_failed")} error={error} />}
      {value && (
        <>
          {value.simulated && <Simulated />}
          <Progress run={value} />
          <JudgeTable run={value} />
          <Canaries run={value} />
          <Matchups run={value} query={filters} onChange={(next) => navigate(addressOf(run, next), true)} />
        </>
      )}
      {!value && !error && <Loading />}
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
  const say = useSay();
  const planned = run.judges.reduce((sum, judge) => sum + (judge.planned ?? 0), 0);
  const done = run.judges.reduce((sum, judge) => sum + judge.votes + abstained(judge.abstentions), 0);
  const calls = run.judges.reduce((sum, judge) => sum + judge.calls, 0);
  const unpriced = run.judges.some((judge) => judge.calls > 0 && judge.cost_usd === null);
  const spent = run.judges.reduce((sum, judge) => sum + (judge.cost_usd ?? 0), 0);
  const of = (value: string, cap: string | null) => (cap === null ? value : say("of", { value, cap }));
  const cost = of(fixed(spent, 4), run.max_cost_usd === null ? null : fixed(run.max_cost_usd, 4));
  const parts = [
    say("verdicts_given", { verdicts: of(count(done), planned > 0 ? count(planned) : null) }),
    say("calls_made", { calls: of(count(calls), run.max_calls === null ? null : count(run.max_calls)) }),
    calls === 0 ? say("no_cost") : say(unpriced ? "cost_partly" : "cost_known", { cost }),
    say("began_at", { time: time(run.started_at) }),
    ...(run.ending ? [say("last_session", { ending: run.ending })] : []),
  ];
  return (
    <section aria-labelledby="progress" class="run-progress">
      <h2 id="progress">{say("progress")}</h2>
      {planned > 0 && (
        <progress
          max={planned}
          value={done}
          aria-label={say("verdicts_given", { verdicts: of(count(done), count(planned)) })}
        >
          {Math.floor((100 * done) / planned)} %
        </progress>
      )}
      <p>{parts.join(" · ")}</p>
    </section>
  );
}

export function abstained(reasons: Record<string, number>): number {
  return Object.values(reasons).reduce((sum, n) => sum + n, 0);
}
