import { useState } from "preact/hooks";
import type { Board } from "../board/api";
import { Problem, Wide } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import { number } from "../i18n/messages";
import { Notes } from "../leaderboard/Notes";
import { RatingTable } from "../leaderboard/RatingTable";
import { type Order, SERVED } from "../leaderboard/sorting";
import { type OwnBoard as Answer, readOwnBoard } from "./api";
import { useSay } from "./words";
import "../styles/reading.css";
import "../styles/leaderboard.css";

/** A leaderboard of this voter's votes alone, or how many are missing until there is one. */
export function OwnBoard() {
  const say = useSay();
  const { value: own, error } = useLoaded(() => readOwnBoard(), []);
  if (own === null && error === null) {
    return null;
  }
  return (
    <section class="me-part own-board" aria-labelledby="own-board">
      <h2 id="own-board">{say("own_board")}</h2>
      {error && <Problem error={error} />}
      {own && <Counted own={own} />}
      {own?.board && <Table board={own.board} />}
    </section>
  );
}

/** How many votes are in the table, or missing for one, and which are left out. */
function Counted({ own }: { own: Answer }) {
  const say = useSay();
  const onlyHidden = own.counted === 0 && own.hidden > 0;
  return (
    <>
      {own.board ? (
        <p>{say("own_board_text")}</p>
      ) : (
        <p>
          <strong>{say("own_board_missing", { count: own.missing })}</strong>
        </p>
      )}
      {!own.board && own.counted > 0 && (
        <p class="study-progress">
          <progress value={own.counted} max={own.needed} aria-label={say("progress")} />
          <span>{say("votes_of", { voted: number(own.counted), wanted: number(own.needed) })}</span>
        </p>
      )}
      {onlyHidden && <p>{say("own_board_only_hidden")}</p>}
      {!onlyHidden && own.hidden > 0 && <p>{say("own_board_hidden", { count: own.hidden })}</p>}
      {own.cut && <p>{say("own_board_cut", { count: own.most })}</p>}
    </>
  );
}

function Table({ board }: { board: Board }) {
  const say = useSay();
  const [order, setOrder] = useState<Order>(SERVED);
  return (
    <>
      <Wide name={say("own_board")}>
        <RatingTable board={board} order={order} onOrder={setOrder} />
      </Wide>
      <details>
        <summary>{say("own_board_notes")}</summary>
        <Notes board={board} />
      </details>
    </>
  );
}
