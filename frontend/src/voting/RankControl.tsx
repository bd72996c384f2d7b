import { letterOf } from "../format";
import { rankOf } from "./ranking";
import type { Board } from "./useRanking";
import { useSay } from "./words";

/** In the head of a response: its rank to choose, and buttons for every step a drag or a key can do. */
export function RankControl({ board, position }: { board: Board; position: number }) {
  const say = useSay();
  const letter = letterOf(position);
  const rank = rankOf(board.ranking, position);
  const numbers = board.ranking.map((_, index) => index + 1);
  return (
    <div class="rank-control">
      <select
        class={`rank-select${rank === null ? "" : " rank-given"}`}
        aria-label={say("rank_of", { letter })}
        value={rank === null ? "" : String(rank)}
        aria-disabled={!board.open}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value === "") {
            board.unrank(position);
          } else {
            board.give(position, Number(value));
          }
        }}
      >
        <option value="">{say("rank_unset")}</option>
        {numbers.map((number) => (
          <option key={number} value={String(number)}>
            {number}
          </option>
        ))}
      </select>
      <Step name={say("rank_up", { letter })} sign="↑" open={board.open} onClick={() => board.up(position)} />
      <Step
        name={say("rank_down", { letter })}
        sign="↓"
        open={board.open}
        onClick={() => board.down(position)}
      />
      <Step
        name={say("rank_tie", { letter })}
        sign="="
        open={board.open}
        onClick={() => board.tieAbove(position)}
      />
    </div>
  );
}

interface StepProps {
  name: string;
  sign: string;
  open: boolean;
  onClick: () => void;
}

function Step({ name, sign, open, onClick }: StepProps) {
  return (
    <button
      type="button"
      class="rank-step"
      aria-label={name}
      title={name}
      aria-disabled={!open}
      onClick={() => open && onClick()}
    >
      {sign}
    </button>
  );
}
