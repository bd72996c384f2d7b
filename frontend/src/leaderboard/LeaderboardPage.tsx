import { useState } from "preact/hooks";
import type { Board } from "../board/api";
import { BoardHead } from "../board/BoardHead";
import { Loading, Problem, Simulated, useTitle } from "../board/bits";
import { choiceName, methodName } from "../board/names";
import { changed, METHOD, type Query, queryOf, withQuery } from "../board/query";
import { colon } from "../i18n/language";
import { navigate, useLocation } from "../router";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/trust.css";
import { Filters, Methods, NARROW } from "./Filters";
import { Notes } from "./Notes";
import { RatingTable } from "./RatingTable";
import { type Order, orderOf, orderText } from "./sorting";
import { Takeaway } from "./Takeaway";
import { TrustPanel } from "./TrustPanel";
import { useLeaderboard } from "./useLeaderboard";
import { useSay } from "./words";

export function LeaderboardPage() {
  const params = useLocation().query;
  const query = queryOf(params);
  const order = orderOf(params.get("sort"));
  const say = useSay();
  const { board, error, live, busy, reload } = useLeaderboard(query);
  useTitle(say("title"));
  const go = (next: Query, by: Order = order) =>
    navigate(withQuery("/leaderboard", next, { sort: orderText(by) }));

  return (
    <main id="main" class="board board-wide" tabIndex={-1} aria-busy={busy}>
      <BoardHead title={say("title")} live={live} />
      {board?.simulated && <Simulated />}
      {error && (
        <Problem what={say("board_failed")} error={error}>
          {board && <p>{say("last_received")}</p>}
          <button type="button" class="button button-small" onClick={reload}>
            {say("try_again")}
          </button>
          {Object.keys(query).length > 0 && (
            <button type="button" class="button button-small" onClick={() => navigate("/leaderboard")}>
              {say("clear_filters")}
            </button>
          )}
        </Problem>
      )}
      {board && (
        <>
          <Filters board={board} query={query} onChange={go} />
          <MethodBox board={board} query={query} onChange={go} />
          {board.compare && <Compared board={board} query={query} onChange={go} />}
          {board.leaderboard.length === 0 ? (
            <p class="board-empty">{say("empty")}</p>
          ) : (
            <RatingTable
              board={board}
              order={order}
              onOrder={(by) => navigate(withQuery("/leaderboard", query, { sort: orderText(by) }), true)}
            />
          )}
          <Takeaway query={query} />
          <TrustPanel query={query} revision={board.revision} />
          <Notes board={board} />
        </>
      )}
      {!board && !error && <Loading />}
    </main>
  );
}

interface BoxProps {
  board: Board;
  query: Query;
  onChange: (query: Query) => void;
}

/** Method and switches; they fold away on a narrow screen, where the table is what one came for. */
function MethodBox(props: BoxProps) {
  const say = useSay();
  const [open, setOpen] = useState(() => window.innerWidth > NARROW);
  return (
    <details class="method-box" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("switches")}</summary>
      <Methods {...props} />
    </details>
  );
}

/** Which choices differ from the default ones: the change beside each rating comes from them. */
function Compared({ board, query, onChange }: BoxProps) {
  const say = useSay();
  const { compare } = board;
  if (!compare || compare.changed.length === 0) {
    return null;
  }
  const parts = compare.changed.map(({ name, value, default: usual }) =>
    name === "method"
      ? `${methodName(value)} (${methodName(usual)})`
      : `${say(`switch_${name}` as "switch_ties")}${colon()}${choiceName(name, value)} (${choiceName(name, usual)})`,
  );
  return (
    <p class="compared" role="status">
      <span>
        <strong>{say("compared")}</strong> <bdi>{parts.join(" · ")}</bdi>{" "}
        {!compare.same_scale && say("other_scale")}
      </span>
      <button
        type="button"
        class="button button-small"
        onClick={() => onChange(METHOD.reduce((left, name) => changed(left, name, ""), query))}
      >
        {say("reset_method")}
      </button>
    </p>
  );
}
