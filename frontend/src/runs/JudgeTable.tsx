import { Wide } from "../board/bits";
import { judgeKind, verdictName } from "../board/names";
import { count, fixed } from "../board/numbers";
import { Name } from "../ui/Name";
import type { RunJudge, RunView } from "./api";
import { say as sayNow, useSay } from "./words";

/** What each judge did, and what it cost. */
export function JudgeTable({ run }: { run: RunView }) {
  const say = useSay();
  return (
    <section aria-labelledby="judges">
      <h2 id="judges">{say("judges")}</h2>
      <Wide name={say("judges_table")}>
        <table class="plain run-judges">
          <caption>{say("judges_caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("judge")}</th>
              <th scope="col" class="cell-count">
                {say("votes")}
              </th>
              <th scope="col" class="cell-count">
                {say("ties")}
              </th>
              <th scope="col" class="cell-count">
                {say("both_bad")}
              </th>
              <th scope="col">{say("no_verdict")}</th>
              <th scope="col" class="cell-count">
                {say("calls_sent")}
              </th>
              <th scope="col" class="cell-count">
                {say("stored_before")}
              </th>
              <th scope="col" class="cell-count">
                {say("unknown_fate")}
              </th>
              <th scope="col" class="cell-count">
                {say("tokens")}
              </th>
              <th scope="col" class="cell-count">
                USD
              </th>
            </tr>
          </thead>
          <tbody>
            {run.judges.map((judge) => (
              <JudgeRow key={`${judge.name} ${judge.version}`} judge={judge} />
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

function JudgeRow({ judge }: { judge: RunJudge }) {
  const say = useSay();
  const reasons = Object.entries(judge.abstentions).map(
    ([why, n]) => `${count(n)} ${verdictName(why).toLowerCase()}`,
  );
  return (
    <tr>
      <th scope="row">
        <Name of={judge.name} />
        <small class="judge-version">
          {judgeKind(judge.kind)}, <Name of={judge.version} />
        </small>
      </th>
      <td class="cell-count">
        {judge.planned === null
          ? count(judge.votes)
          : say("of", { value: count(judge.votes), cap: count(judge.planned) })}
        {judge.per_second !== null && <small class="judge-version">{speed(judge.per_second, judge)}</small>}
      </td>
      <td class="cell-count">{count(judge.ties)}</td>
      <td class="cell-count">{count(judge.both_bad)}</td>
      <td>{reasons.join(", ") || say("none")}</td>
      <td class="cell-count">
        {count(judge.calls)} ({count(judge.attempts)})
      </td>
      <td class="cell-count">{count(judge.cached)}</td>
      <td class="cell-count">{count(judge.unknown_fate)}</td>
      <td class="cell-count">
        {count(judge.prompt_tokens)} / {count(judge.completion_tokens)}
      </td>
      <td class="cell-count">{cost(judge)}</td>
    </tr>
  );
}

function speed(perSecond: number, judge: RunJudge): string {
  const shown = sayNow("per_second", { rate: fixed(perSecond, perSecond < 10 ? 1 : 0) });
  const left = judge.seconds_left;
  if (left === null) {
    return shown;
  }
  const time =
    left < 120 ? sayNow("seconds", { seconds: left }) : sayNow("minutes", { minutes: Math.ceil(left / 60) });
  return sayNow("left", { shown, time });
}

function cost(judge: RunJudge): string {
  if (judge.calls === 0) {
    return count(0);
  }
  if (judge.cost_usd === null) {
    return sayNow("unknown");
  }
  const known = fixed(judge.cost_usd, 4);
  return judge.cost_unknown > 0 ? sayNow("and_unknown", { known, calls: judge.cost_unknown }) : known;
}

const MARKS = { passed: "✓", failed: "✗", not_run: "–" } as const;

/** Planted questions that a good judge answers one way only. */
export function Canaries({ run }: { run: RunView }) {
  const say = useSay();
  if (run.canaries.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="canaries">
      <h2 id="canaries">{say("canaries")}</h2>
      <p>{say("canaries_help")}</p>
      <Wide name={say("canaries_table")}>
        <table class="plain">
          <caption>{say("canaries_caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("judge")}</th>
              <th scope="col">{say("canary")}</th>
              <th scope="col" class="cell-count">
                {say("won")}
              </th>
              <th scope="col" class="cell-count">
                {say("tied")}
              </th>
              <th scope="col" class="cell-count">
                {say("lost")}
              </th>
              <th scope="col" class="cell-count">
                {say("no_verdict")}
              </th>
              <th scope="col">{say("result")}</th>
            </tr>
          </thead>
          <tbody>
            {run.canaries.map((line) => (
              <tr key={`${line.judge} ${line.kind}`} class={`canary-${line.status}`}>
                <th scope="row">
                  <Name of={line.judge} />
                </th>
                <td>
                  <bdi lang="en">{line.description}</bdi>
                </td>
                <td class="cell-count">{count(line.won)}</td>
                <td class="cell-count">{count(line.tied)}</td>
                <td class="cell-count">{count(line.lost)}</td>
                <td class="cell-count">{count(line.abstained)}</td>
                <td>
                  <span class={`verdict-mark mark-${line.status}`}>
                    <span aria-hidden="true">{MARKS[line.status]}</span> {say(`result_${line.status}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
