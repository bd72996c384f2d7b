import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { VoteResult } from "../api";
import { letterOf, verdictText } from "../format";
import { KeyHint } from "../ui/KeyHint";
import { RatingNow } from "./Pane";

interface ResultBarProps {
  result: VoteResult;
  withdrawn: boolean;
  canWithdraw: boolean;
  keysOn: boolean;
  onWithdraw: () => void;
  onNext: () => void;
}

/** Stands where the vote bar stood once the vote is stored. */
export function ResultBar({ result, withdrawn, canWithdraw, keysOn, onWithdraw, onNext }: ResultBarProps) {
  const { progress, verdict } = result;
  const responses = [...result.responses].sort((a, b) => a.position - b.position);
  return (
    <EndBar onNext={onNext} keysOn={keysOn}>
      <p class="result-text">
        <strong>
          Vote {progress.voted} {withdrawn ? "withdrawn" : "saved"}
        </strong>
        <span>{withdrawn ? "It no longer counts." : verdictText(verdict)}</span>
      </p>
      <ul class="result-names">
        {responses.map((response) => (
          <li key={response.position}>
            <b>{letterOf(response.position)}</b> <span class="identity-name">{response.model_name}</span>{" "}
            <RatingNow revealed={response} />
          </li>
        ))}
      </ul>
      {canWithdraw && !withdrawn && (
        <button
          type="button"
          class="button"
          aria-keyshortcuts={keysOn ? "U" : undefined}
          onClick={onWithdraw}
        >
          Withdraw <KeyHint show={keysOn}>U</KeyHint>
        </button>
      )}
    </EndBar>
  );
}

interface EndBarProps {
  keysOn: boolean;
  onNext: () => void;
  children: ComponentChildren;
}

/** A bar whose one way on is the next battle; its button takes the focus. */
export function EndBar({ keysOn, onNext, children }: EndBarProps) {
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  return (
    <section class="bar" aria-label="Your vote">
      <div class="result" data-pane tabIndex={-1}>
        {children}
        <button
          ref={next}
          type="button"
          class="button button-main result-next"
          aria-keyshortcuts={keysOn ? "Enter N" : undefined}
          onClick={onNext}
        >
          Next battle <KeyHint show={keysOn}>Enter</KeyHint>
        </button>
      </div>
    </section>
  );
}
