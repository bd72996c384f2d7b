import { useEffect, useState } from "preact/hooks";
import { type Check, readTrust } from "../board/api";
import { judgeName } from "../board/names";
import { plain } from "../board/numbers";
import type { Query } from "../board/query";
import { useLoaded } from "../board/useLoaded";
import { words } from "../format";
import { joined } from "../i18n/names";
import { Said } from "../sentences/Said";
import { numberName } from "../sentences/sentence";
import { ErrorText } from "../ui/ErrorText";
import { useSay } from "./words";

/** While the server is still computing, its answer is asked for again after this long. */
const POLL_MS = 2_000;
const ICONS = { passed: "✓", failed: "✗", not_run: "–" } as const;
const KNOWN = [
  "connectivity",
  "minimum_votes",
  "unbeaten",
  "cycles",
  "fragility",
  "exclusions",
  "judge_agreement",
  "flip_rate",
  "abstentions",
  "canaries",
  "leaks",
] as const;
type Known = (typeof KNOWN)[number];

/** Whether the table can be trusted: what was checked, with what result, and what was not checked. */
export function TrustPanel({ query, revision }: { query: Query; revision: number }) {
  const say = useSay();
  const [round, setRound] = useState(0);
  const key = JSON.stringify(query);
  const { value, error } = useLoaded((signal) => readTrust(query, signal), [key, revision, round]);
  const computing = value?.computing ?? false;
  useEffect(() => {
    if (!computing) {
      return;
    }
    const timer = window.setTimeout(() => setRound((n) => n + 1), POLL_MS);
    return () => window.clearTimeout(timer);
  }, [computing, value]);
  const checks = value?.checks ?? [];
  const many = (state: Check["state"]) => checks.filter((check) => check.state === state).length;
  return (
    <section class="trust" aria-labelledby="trust">
      <div class="trust-head">
        <h2 id="trust">{say("trust")}</h2>
        {checks.length > 0 && (
          <ul class="trust-sum">
            {(["passed", "failed", "not_run"] as const).map((state) => (
              <li key={state} class={`check-state check-${state}`}>
                <span aria-hidden="true">{ICONS[state]}</span>{" "}
                {say(`checks_${state}`, { count: many(state) })}
              </li>
            ))}
          </ul>
        )}
        {computing && <p class="trust-busy">{say("computing")}</p>}
      </div>
      {error && (
        <p class="trust-busy">
          {say("trust_failed")} <ErrorText error={error} />
        </p>
      )}
      <ul class="checks">
        {checks.map((check) => (
          <li key={check.id}>
            <CheckLine check={check} newest={value?.revision ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom a check names: contestants, or judges where it is about those. */
function concernedBy({ id, concerned }: Check): readonly string[] {
  return id === "flip_rate" ? concerned.map(judgeName) : concerned;
}

function CheckLine({ check, newest }: { check: Check; newest: number }) {
  const say = useSay();
  const known = KNOWN.find((id) => id === check.id);
  const numbers = Object.entries(check.numbers).filter(([, value]) => value !== null);
  return (
    <details class={`check check-${check.state}`}>
      <summary>
        <span class={`check-state check-${check.state}`}>
          <span aria-hidden="true">{ICONS[check.state]}</span> {say(`check_${check.state}`)}
        </span>
        <span class="check-name">{known ? say(`check_${known}`) : words(check.id)}</span>
        <span class="check-says">
          <Said message={check.summary} reasons={check.reason && [check.reason]} />
        </span>
      </summary>
      <div class="check-body">
        {known && <p>{say(`check_${known satisfies Known}_help`)}</p>}
        <p>
          <Said message={check.detail} reasons={check.rule && [check.rule]} />
        </p>
        {check.concerned.length > 0 && (
          <p>
            {say("concerned")} <bdi class="name">{joined(concernedBy(check), ", ")}</bdi>
          </p>
        )}
        {numbers.length > 0 && (
          <dl class="facts">
            {numbers.map(([name, value]) => (
              <div key={name}>
                <dt>{numberName(name)}</dt>
                <dd>
                  <bdi dir="ltr">{plain(value ?? 0)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {check.revision !== null && check.revision !== newest && (
          <p>{say("as_of", { revision: String(check.revision) })}</p>
        )}
      </div>
    </details>
  );
}
