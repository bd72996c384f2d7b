import { count, fixed, words } from "../format";
import type { RunJudge, RunView } from "./api";
import { Wide } from "./bits";

/** What each judge did, and what it cost. */
export function JudgeTable({ run }: { run: RunView }) {
  return (
    <section aria-labelledby="judges">
      <h2 id="judges">Judges</h2>
      <Wide name="Table of judges">
        <table class="plain run-judges">
          <caption>Votes, abstentions by reason, calls and known cost of each judge</caption>
          <thead>
            <tr>
              <th scope="col">Judge</th>
              <th scope="col" class="cell-count">
                Votes
              </th>
              <th scope="col" class="cell-count">
                Ties
              </th>
              <th scope="col" class="cell-count">
                Both bad
              </th>
              <th scope="col">No verdict</th>
              <th scope="col" class="cell-count">
                Calls (sent)
              </th>
              <th scope="col" class="cell-count">
                Stored before
              </th>
              <th scope="col" class="cell-count">
                Unknown fate
              </th>
              <th scope="col" class="cell-count">
                Tokens in / out
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
  const reasons = Object.entries(judge.abstentions).map(([why, n]) => `${count(n)} ${words(why, false)}`);
  const planned = judge.planned === null ? "" : ` of ${count(judge.planned)}`;
  return (
    <tr>
      <th scope="row">
        {judge.name}
        <small class="judge-version">
          {words(judge.kind, false)}, {judge.version}
        </small>
      </th>
      <td class="cell-count">
        {count(judge.votes)}
        {planned}
        {judge.per_second !== null && <small class="judge-version">{speed(judge.per_second, judge)}</small>}
      </td>
      <td class="cell-count">{count(judge.ties)}</td>
      <td class="cell-count">{count(judge.both_bad)}</td>
      <td>{reasons.join(", ") || "none"}</td>
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
  const shown = `${fixed(perSecond, perSecond < 10 ? 1 : 0)}/s`;
  const left = judge.seconds_left;
  if (left === null) {
    return shown;
  }
  const time = left < 120 ? `${count(left)} s` : `${count(Math.ceil(left / 60))} min`;
  return `${shown}, ${time} left`;
}

function cost(judge: RunJudge): string {
  if (judge.calls === 0) {
    return "0";
  }
  if (judge.cost_usd === null) {
    return "unknown";
  }
  const more = judge.cost_unknown > 0 ? ` + ${count(judge.cost_unknown)} unknown` : "";
  return fixed(judge.cost_usd, 4) + more;
}

const MARKS = { passed: "✓ passed", failed: "✗ failed", not_run: "– not run" } as const;

/** Planted questions that a good judge answers one way only. */
export function Canaries({ run }: { run: RunView }) {
  if (run.canaries.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="canaries">
      <h2 id="canaries">Canaries</h2>
      <p>Planted answers that must lose. A judge that prefers them is not to be trusted.</p>
      <Wide name="Table of canaries">
        <table class="plain">
          <caption>How often each judge preferred a planted answer</caption>
          <thead>
            <tr>
              <th scope="col">Judge</th>
              <th scope="col">Canary</th>
              <th scope="col" class="cell-count">
                Won
              </th>
              <th scope="col" class="cell-count">
                Tied
              </th>
              <th scope="col" class="cell-count">
                Lost
              </th>
              <th scope="col" class="cell-count">
                No verdict
              </th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {run.canaries.map((line) => (
              <tr key={`${line.judge} ${line.kind}`} class={`canary-${line.status}`}>
                <th scope="row">{line.judge}</th>
                <td>{line.description}</td>
                <td class="cell-count">{count(line.won)}</td>
                <td class="cell-count">{count(line.tied)}</td>
                <td class="cell-count">{count(line.lost)}</td>
                <td class="cell-count">{count(line.abstained)}</td>
                <td>
                  <span class={`verdict-mark mark-${line.status}`}>{MARKS[line.status]}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
