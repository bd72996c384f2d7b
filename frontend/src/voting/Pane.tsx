import { useId } from "preact/hooks";
import type { RevealedResponse } from "../api";
import { letterOf } from "../format";
import { Name } from "../ui/Name";
import { Attachments } from "./Attachments";
import { RankControl } from "./RankControl";
import { factsOf, ratingText } from "./reveal";
import { Text } from "./Text";
import type { Board } from "./useRanking";
import type { Shown } from "./useShown";
import { useSay } from "./words";

interface PaneProps {
  shown: Shown;
  index: number;
  raw: boolean;
  /** The ranking, in a battle of more than two responses. */
  board: Board | null;
  /** Who stood here; null until the vote is stored. */
  revealed: RevealedResponse | null;
  /** Whether the stored verdict names this position. */
  chosen: boolean;
}

/** One response. Every pane has the same measure, type and rules, whatever it holds. */
export function Pane({ shown, index, raw, board, revealed, chosen }: PaneProps) {
  const say = useSay();
  const titleId = useId();
  const response = shown.responses[index];
  if (!response) {
    return null;
  }
  const { position } = response;
  const { prompt } = shown.battle;
  const letter = letterOf(position);
  const current = board?.open === true && board.current === position;
  return (
    <section
      class={`pane${chosen ? " pane-chosen" : ""}${current ? " pane-current" : ""}`}
      aria-labelledby={titleId}
      aria-current={current ? "true" : undefined}
      data-item={position}
      onFocusCapture={() => board?.setCurrent(position)}
    >
      <div class="pane-head">
        <h2 id={titleId} data-drag={board?.open ? position : undefined}>
          <span class="hidden-text">{say("response")} </span>
          <span class="letter">{letter}</span>
          {board?.open && <span class="grip" aria-hidden="true" />}
        </h2>
        {board && !revealed && <RankControl board={board} position={position} />}
        {board && revealed && <RankGiven board={board} index={index} />}
        {revealed && <Identity revealed={revealed} />}
        {chosen && <span class="pane-pick">✓ {say("your_choice")}</span>}
      </div>
      <div
        class="pane-body"
        data-pane
        data-scroller="y"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
      >
        {response.turns.map((fragment, turn) => (
          <div key={turn} class="turn">
            {turn > 0 && (
              <div class="turn-prompt">
                <p class="turn-label">{say("turn_asked", { number: turn + 1 })}</p>
                <AskedTurn shown={shown} turn={turn} raw={raw} />
              </div>
            )}
            {(response.raw[turn]?.trim() || !response.attachments) && (
              <Text
                fragment={fragment}
                source={response.raw[turn] ?? ""}
                raw={raw}
                language={prompt.language}
              />
            )}
          </div>
        ))}
        <Attachments
          attachments={response.attachments}
          media={shown.media}
          zoom={shown.zoom}
          letter={letter}
        />
      </div>
    </section>
  );
}

function RankGiven({ board, index }: { board: Board; index: number }) {
  const say = useSay();
  const rank = board.ranking[index] ?? null;
  return <span class="badge">{rank === null ? say("no_rank") : say("rank_short", { rank })}</span>;
}

function AskedTurn({ shown, turn, raw }: { shown: Shown; turn: number; raw: boolean }) {
  const fragment = shown.prompt[turn];
  const { turns, language } = shown.battle.prompt;
  return fragment ? (
    <Text fragment={fragment} source={turns[turn] ?? ""} raw={raw} language={language} />
  ) : null;
}

function Identity({ revealed }: { revealed: RevealedResponse }) {
  return (
    <p class="identity">
      <strong class="identity-name">
        <Name of={revealed.model_name} />
      </strong>
      <Facts revealed={revealed} />
      <RatingNow revealed={revealed} />
    </p>
  );
}

/** Who makes it, its licence and its price, where given. */
export function Facts({ revealed }: { revealed: RevealedResponse }) {
  useSay();
  const facts = factsOf(revealed);
  return facts.length === 0 ? null : (
    <span class="identity-facts">
      {facts.map(({ name, value }, index) => (
        <span key={name} title={name}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span class="hidden-text">{name} </span>
          <Name of={value} />
        </span>
      ))}
    </span>
  );
}

/** "1012.3 (+1.2)", or the words for no rating. */
export function RatingNow({ revealed }: { revealed: RevealedResponse }) {
  const say = useSay();
  return (
    <span class="identity-rating">
      {revealed.rating !== null && <span class="hidden-text">{say("rating")} </span>}
      {ratingText(revealed)}
    </span>
  );
}
