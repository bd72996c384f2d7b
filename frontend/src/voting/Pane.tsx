import { useId } from "preact/hooks";
import type { RevealedResponse } from "../api";
import { fixed, letterOf, signed } from "../format";
import { Text } from "./Text";
import type { RenderedBattle } from "./useRendered";

interface PaneProps {
  rendered: RenderedBattle;
  index: number;
  raw: boolean;
  /** Who stood here; null until the vote is stored. */
  revealed: RevealedResponse | null;
  /** Whether the stored verdict names this position. */
  chosen: boolean;
}

/** One response. Every pane has the same measure, type and rules, whatever it holds. */
export function Pane({ rendered, index, raw, revealed, chosen }: PaneProps) {
  const titleId = useId();
  const response = rendered.responses[index];
  if (!response) {
    return null;
  }
  const { prompt } = rendered.battle;
  const letter = letterOf(response.position);
  return (
    <section class={`pane${chosen ? " pane-chosen" : ""}`} aria-labelledby={titleId}>
      <div class="pane-head">
        <h2 id={titleId}>
          <span class="hidden-text">Response </span>
          <span class="letter">{letter}</span>
        </h2>
        {revealed && <Identity revealed={revealed} />}
        {chosen && <span class="pane-pick">✓ your choice</span>}
      </div>
      <div
        class="pane-body"
        data-pane
        data-scroller
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
      >
        {response.turns.map((fragment, turn) => (
          <div key={turn} class="turn">
            {turn > 0 && (
              <div class="turn-prompt">
                <p class="turn-label">Turn {turn + 1}, asked:</p>
                <AskedTurn rendered={rendered} turn={turn} raw={raw} />
              </div>
            )}
            <Text
              fragment={fragment}
              source={response.raw[turn] ?? ""}
              raw={raw}
              language={prompt.language}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

function AskedTurn({ rendered, turn, raw }: { rendered: RenderedBattle; turn: number; raw: boolean }) {
  const fragment = rendered.prompt[turn];
  const { turns, language } = rendered.battle.prompt;
  return fragment ? (
    <Text fragment={fragment} source={turns[turn] ?? ""} raw={raw} language={language} />
  ) : null;
}

function Identity({ revealed }: { revealed: RevealedResponse }) {
  return (
    <p class="identity">
      <strong class="identity-name">{revealed.model_name}</strong>
      <RatingNow revealed={revealed} />
    </p>
  );
}

/** "1012.3 (+1.2)", or the words for no rating. */
export function RatingNow({ revealed }: { revealed: RevealedResponse }) {
  const { rating, rating_change: change } = revealed;
  if (rating === null) {
    return <span class="identity-rating">not rated yet</span>;
  }
  return (
    <span class="identity-rating">
      <span class="hidden-text">rating </span>
      {fixed(rating, 1)} {change === null ? "(newly rated)" : `(${signed(change, 1)})`}
    </span>
  );
}
