import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Ranks, VoteResult } from "../api";
import { letterOf } from "../format";
import { hintOf, shortcutsOf } from "../keymap";
import type { Keymap } from "../keys";
import { KeyHint } from "../ui/KeyHint";
import { Name } from "../ui/Name";
import { Facts, RatingNow } from "./Pane";
import { verdictText } from "./texts";
import { useSay } from "./words";

interface ResultBarProps {
  result: VoteResult;
  /** The ranking that was sent, where it was one. */
  ranks: Ranks | undefined;
  withdrawn: boolean;
  canWithdraw: boolean;
  keys: Keymap | null;
  onWithdraw: () => void;
  onNext: () => void;
}

/** Stands where the vote bar stood once the vote is stored. */
export function ResultBar(props: ResultBarProps) {
  const { result, ranks, withdrawn, canWithdraw, keys, onWithdraw, onNext } = props;
  const say = useSay();
  const { progress, verdict } = result;
  const responses = [...result.responses].sort((a, b) => a.position - b.position);
  return (
    <EndBar onNext={onNext} keys={keys}>
      <p class="result-text">
        <strong>{say(withdrawn ? "vote_withdrawn" : "vote_saved", { number: progress.voted })}</strong>
        <span>{withdrawn ? say("counts_no_longer") : verdictText(verdict, ranks)}</span>
      </p>
      <ul class="result-names">
        {responses.map((response) => (
          <li key={response.position}>
            <b>{letterOf(response.position)}</b>{" "}
            <span class="identity-name">
              <Name of={response.model_name} />
            </span>{" "}
            <Facts revealed={response} /> <RatingNow revealed={response} />
          </li>
        ))}
      </ul>
      {canWithdraw && !withdrawn && (
        <button
          type="button"
          class="button"
          aria-keyshortcuts={shortcutsOf(keys, "withdraw")}
          onClick={onWithdraw}
        >
          {say("withdraw")} <KeyHint>{hintOf(keys, "withdraw")}</KeyHint>
        </button>
      )}
    </EndBar>
  );
}

interface EndBarProps {
  keys: Keymap | null;
  onNext: () => void;
  children: ComponentChildren;
}

/** A bar whose one way on is the next battle; its button takes the focus. */
export function EndBar({ keys, onNext, children }: EndBarProps) {
  const say = useSay();
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  return (
    <section class="bar" aria-label={say("your_vote")}>
      <div class="result" data-pane tabIndex={-1}>
        {children}
        <button
          ref={next}
          type="button"
          class="button button-main result-next"
          aria-keyshortcuts={shortcutsOf(keys, "confirm")}
          onClick={onNext}
        >
          {say("next_battle")} <KeyHint>{hintOf(keys, "confirm")}</KeyHint>
        </button>
      </div>
    </section>
  );
}
