import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Wide } from "../board/bits";
import { NONE, words } from "../format";
import { number } from "../i18n/messages";
import { joined } from "../i18n/names";
import { Said } from "../sentences/Said";
import { reasonName } from "../sentences/sentence";
import { Name } from "../ui/Name";
import { isAdmin, useMe } from "../ui/site";
import { type Action, type CheckedVoter, type Decision, decide, type Signal } from "./api";
import { Refusal, When } from "./bits";
import { useSay } from "./words";

const SIGNS = { ok: "✓", suspect: "⚠", unknown: "?" } as const;
const CHECKS = [
  "dwell",
  "straight_lining",
  "side_runs",
  "side_balance",
  "tie_share",
  "both_bad_share",
  "repeats",
  "gold",
  "agreement",
  "betting",
  "burst",
] as const;
const ACTIONS: readonly Action[] = ["exclude", "weight", "restore"];
/** Who decided where the program did. */
const RULES = "rules";
/** What the server takes for a reason. */
const REASON = "[a-z][a-z0-9_]{0,39}";

/** What a check is called; one this page does not know keeps its own name. */
export function useCheckName(): (id: string) => string {
  const say = useSay();
  return (id) => {
    const known = CHECKS.find((check) => check === id);
    return known ? say(`q_${known}`) : words(id);
  };
}

/** The state of a signal: a sign and a word. */
export function SignalMark({ signal }: { signal: Signal | undefined }) {
  const say = useSay();
  const state = signal?.state ?? "unknown";
  return (
    <span class={`signal signal-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {say(`q_state_${state}`)}
    </span>
  );
}

/** What was decided, and for what reason. */
export function DecisionMark({ decision }: { decision: Decision }) {
  const say = useSay();
  return (
    <span class="decision">
      {say(`q_done_${decision.action}`, { weight: decision.weight })} ·{" "}
      {decision.by === RULES ? reasonName(decision.reason) : <code>{decision.reason}</code>}
    </span>
  );
}

interface VoterPartProps {
  voter: CheckedVoter;
  study: string | null;
  onDecided: () => void;
}

/** One voter: every signal in full, what was decided, and a form to decide. */
export function VoterPart({ voter, study, onDecided }: VoterPartProps) {
  const say = useSay();
  const title = useRef<HTMLHeadingElement>(null);
  const admin = isAdmin(useMe());
  useEffect(() => title.current?.focus(), []);
  const { decision } = voter;
  return (
    <section class="voter-part" aria-labelledby="voter-part">
      <h2 id="voter-part" ref={title} tabIndex={-1}>
        <Name of={voter.voter} />
      </h2>
      <p>
        {say("q_votes_between", { votes: voter.votes, skips: voter.skips })} <When at={voter.first_vote_at} />{" "}
        – <When at={voter.last_vote_at} />
      </p>
      {voter.favours.length > 0 && <p>{say("q_favours", { names: joined(voter.favours, ", ") })}</p>}
      {decision && (
        <p>
          <DecisionMark decision={decision} /> ·{" "}
          {decision.by === RULES ? say("q_by_rules") : say("q_by", { name: decision.by })} ·{" "}
          <When at={decision.decided_at} />
        </p>
      )}
      <SignalTable voter={voter} />
      {admin && <DecisionForm voter={voter} study={study} onDecided={onDecided} />}
    </section>
  );
}

function SignalTable({ voter }: { voter: CheckedVoter }) {
  const say = useSay();
  const checkName = useCheckName();
  return (
    <Wide name={say("q_signals")}>
      <table>
        <caption>{say("q_signals")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("q_check")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col" class="number">
              {say("q_value")}
            </th>
            <th scope="col" class="number">
              {say("q_threshold")}
            </th>
            <th scope="col" class="number">
              {say("q_of")}
            </th>
            <th scope="col">{say("q_detail")}</th>
          </tr>
        </thead>
        <tbody>
          {voter.signals.map((signal) => (
            <tr key={signal.id}>
              <th scope="row">{checkName(signal.id)}</th>
              <td>
                <SignalMark signal={signal} />
              </td>
              <td class="number">
                {short(signal.value)}
                {signal.lower !== null && signal.upper !== null && (
                  <small class="signal-between"> {`${short(signal.lower)} – ${short(signal.upper)}`}</small>
                )}
              </td>
              <td class="number">{short(signal.threshold)}</td>
              <td class="number">{number(signal.of)}</td>
              <td>
                <Said message={signal.detail} reasons={signal.reason && [signal.reason]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function short(value: number | null): string {
  return value === null ? NONE : number(value, { maximumSignificantDigits: 3 });
}

/** How the votes are to count, and why. */
function DecisionForm({ voter, study, onDecided }: VoterPartProps) {
  const say = useSay();
  const id = useId();
  const first = voter.signals.find(({ state }) => state === "suspect")?.id ?? "";
  const [action, setAction] = useState<Action>("exclude");
  const [weight, setWeight] = useState("0.5");
  const [reason, setReason] = useState(first);
  const [error, setError] = useState<ApiError | null>(null);
  const [stored, setStored] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setStored(false);
    try {
      await decide({
        voter: voter.voter,
        study,
        action,
        weight: action === "weight" ? Number(weight) : null,
        reason,
      });
      setError(null);
      setStored(true);
      onDecided();
    } catch (cause) {
      setError(asError(cause));
    }
  };
  return (
    <form class="decision-form" aria-labelledby={`${id}-title`} onSubmit={(event) => void submit(event)}>
      <h3 id={`${id}-title`}>{say("q_decide")}</h3>
      <p class="field-help">{study === null ? say("q_scope_all") : say("q_scope_study", { study })}</p>
      <fieldset class="decision-actions">
        <legend>{say("q_action")}</legend>
        {ACTIONS.map((name) => (
          <label key={name} class="field-check">
            <input
              type="radio"
              name={`${id}-action`}
              checked={action === name}
              onChange={() => setAction(name)}
            />
            {say(`q_do_${name}`)}
          </label>
        ))}
      </fieldset>
      {action === "weight" && (
        <div class="field field-short">
          <label for={`${id}-weight`}>{say("q_weight")}</label>
          <input
            id={`${id}-weight`}
            type="number"
            min={0.01}
            max={1}
            step={0.01}
            required
            value={weight}
            onInput={(event) => setWeight(event.currentTarget.value)}
          />
        </div>
      )}
      <div class="field field-short">
        <label for={`${id}-reason`}>{say("q_reason")}</label>
        <input
          id={`${id}-reason`}
          type="text"
          dir="ltr"
          required
          pattern={REASON}
          spellcheck={false}
          autocapitalize="none"
          aria-describedby={`${id}-help`}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
        <p class="field-help" id={`${id}-help`}>
          {say("q_reason_help")}
        </p>
      </div>
      {error && <Refusal error={error} />}
      <button type="submit" class="button button-main">
        {say("q_store")}
      </button>
      <p role="status">{stored ? say("q_stored") : ""}</p>
    </form>
  );
}
