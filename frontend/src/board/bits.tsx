/** Pieces that every reading page is made of. */
import type { ComponentChildren } from "preact";
import type { ApiError } from "../api";
import { ErrorText } from "../ui/ErrorText";
import { Go } from "../ui/Go";
import { useSay } from "./words";

export { useTitle } from "../ui/useTitle";
export { Go };

/** A wide table in a box that scrolls sideways, with the keyboard too. */
export function Wide({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a group of fields
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <div role="group" class="scroll-box" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}

interface ProblemProps {
  /** What could not be done, where the error does not say it by itself. */
  what?: string;
  error: ApiError;
  children?: ComponentChildren;
}

/** What could not be read or done, and why. That names are hidden while people vote is no fault, and is said kindly. */
export function Problem({ what, error, children }: ProblemProps) {
  if (error.code === "voting_open") {
    return <Closed />;
  }
  return (
    <div class="banner banner-error" role="alert">
      <p>
        {what && <strong>{what}</strong>} <ErrorText error={error} />
      </p>
      {children}
    </div>
  );
}

/** Why pages that show a response beside a name are closed for now, and what to do. */
export function Closed() {
  const say = useSay();
  return (
    <section class="closed" aria-labelledby="closed-title" role="status">
      <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true" focusable="false">
        <rect x="9" y="21" width="30" height="21" rx="5" class="closed-body" />
        <path d="M16 21v-6a8 8 0 0 1 16 0v6" class="closed-bow" />
        <circle cx="24" cy="31" r="3" class="closed-hole" />
      </svg>
      <h2 id="closed-title">{say("closed_title")}</h2>
      <p>{say("closed_why")}</p>
      <p>{say("closed_what")}</p>
      <p class="message-actions">
        <Go to="/leaderboard" kind="button button-main">
          {say("closed_board")}
        </Go>
        <Go to="/" kind="button">
          {say("closed_vote")}
        </Go>
      </p>
    </section>
  );
}

export function Loading() {
  const say = useSay();
  return <p class="loading">{say("loading")}</p>;
}

/** Numbers of the page come from a scripted judge. */
export function Simulated() {
  const say = useSay();
  return (
    <p class="banner banner-simulated">
      <span>
        <strong>{say("simulated")}</strong> {say("simulated_why")}
      </span>
    </p>
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: readonly { value: string; text: string }[];
  onChange: (value: string) => void;
}

/** A choice from a list. A value from the address that is not among them is still shown, never silently replaced. */
export function Select({ label, value, choices, onChange }: SelectProps) {
  const known = choices.some((choice) => choice.value === value);
  const all = known ? choices : [...choices, { value, text: value }];
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  );
}
