import { useId, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go } from "../board/bits";
import { colon } from "../i18n/language";
import { changeState, type StudyDetail, type StudyState } from "./api";
import { Refusal, StateMark, When } from "./bits";
import { useSay } from "./words";

const NEXT: Readonly<Record<StudyState, readonly StudyState[]>> = {
  draft: ["open"],
  open: ["paused", "closed"],
  paused: ["open", "closed"],
  closed: [],
};

/** The state of a study, how it came to be, and what it can become. Closing asks first: it is for good. */
export function StateChanges({ detail, onChanged }: { detail: StudyDetail; onChanged: () => void }) {
  const say = useSay();
  const id = useId();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [asked, setAsked] = useState(false);
  const change = async (state: StudyState) => {
    if (state === "closed" && !asked) {
      setAsked(true);
      return;
    }
    try {
      await changeState(detail.key, state, reason);
      setError(null);
      setReason("");
      setAsked(false);
      onChanged();
    } catch (cause) {
      setError(asError(cause));
    }
  };
  const address = `/s/${detail.key}`;
  return (
    <section aria-labelledby={`${id}-state`} class="study-state">
      <h2 id={`${id}-state`}>
        {say("state")}
        {colon()}
        <StateMark state={detail.state} />
      </h2>
      <p>
        {say("address")} <Go to={address}>{`${window.location.origin}${address}`}</Go>
      </p>
      {NEXT[detail.state].length > 0 && (
        <div class="state-changes">
          <label for={`${id}-reason`}>{say("reason")}</label>
          <input
            id={`${id}-reason`}
            type="text"
            dir="auto"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
          {NEXT[detail.state].map((state) => (
            <button key={state} type="button" class="button" onClick={() => void change(state)}>
              {say(state === "closed" && asked ? "really_close" : `to_${state}`)}
            </button>
          ))}
          <p role="status">{asked ? say("close_is_final") : ""}</p>
        </div>
      )}
      {error && <Refusal error={error} />}
      <details>
        <summary>{say("state_history")}</summary>
        <ul>
          {detail.states.map((entry) => (
            <li key={`${entry.changed_at} ${entry.state}`}>
              <When at={entry.changed_at} /> · {say(`state_${entry.state}`)}
              {entry.reason !== "" && <span dir="auto"> · {entry.reason}</span>}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
