import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type Board, readAgreement, readEffects, readHistory, readPairs } from "../board/api";
import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, Simulated, useTitle } from "../board/bits";
import { methodName } from "../board/names";
import { fileStem, type Query, queryOf, withQuery } from "../board/query";
import { useFollowing } from "../board/useFollowing";
import type { Loaded } from "../board/useLoaded";
import { AgreementPlot, LengthPlot, PositionPlot, StylePlot } from "../charts/effects";
import { BattleCounts, Predicted, WinFractions } from "../charts/pairs";
import { IntervalPlot, PricePlot, type Source } from "../charts/plots";
import { TimePlot } from "../charts/TimePlot";
import { navigate, useLocation } from "../router";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/trust.css";
import { Filters, Methods } from "./Filters";
import { useLeaderboard } from "./useLeaderboard";
import { useSay } from "./words";

/** Moments of the plot over time. */
const MOMENTS = 12;
/** A history is a rating for each of its moments: it is read again at most once in this time. */
export const HISTORY_EVERY_MS = 30_000;
/** While the server is still computing, its answer is asked for again after this long. */
const POLL_MS = 2_000;

/** What stands in a plot's file name and under its picture. */
export function sourceOf(board: Pick<Board, "method" | "revision">, query: Query): Source {
  const stem = fileStem(query);
  const chosen = withQuery("", query).replace(/^\?/, "").replaceAll("&", ", ");
  return {
    file: [stem, `r${board.revision}`].filter((part) => part !== "").join("_"),
    text: ["Arena", methodName(board.method), chosen, `r${board.revision}`]
      .filter((part) => part !== "")
      .join(" · "),
  };
}

export function PlotsPage() {
  const query = queryOf(useLocation().query);
  const say = useSay();
  const { board, error, live, busy } = useLeaderboard(query);
  useTitle(say("plots"));
  const go = (next: Query) => navigate(withQuery("/plots", next));
  return (
    <main id="main" class="board board-full" tabIndex={-1} aria-busy={busy}>
      <BoardHead title={say("plots")} live={live} />
      {board?.simulated && <Simulated />}
      {error && (
        <Problem what={say("board_failed")} error={error}>
          {Object.keys(query).length > 0 && (
            <button type="button" class="button button-small" onClick={() => navigate("/plots")}>
              {say("clear_filters")}
            </button>
          )}
        </Problem>
      )}
      {board && (
        <>
          <Filters board={board} query={query} onChange={go} />
          <details class="method-box">
            <summary>{say("switches")}</summary>
            <Methods board={board} query={query} onChange={go} />
          </details>
          <Plots board={board} query={query} />
        </>
      )}
      {!board && !error && <Loading />}
    </main>
  );
}

function Plots({ board, query }: { board: Board; query: Query }) {
  const say = useSay();
  const { method, revision } = board;
  const key = [JSON.stringify(query)];
  const pairs = useFollowing((signal) => readPairs(query, signal), key, revision);
  const history = useFollowing(
    (signal) => readHistory(query, MOMENTS, signal),
    key,
    revision,
    HISTORY_EVERY_MS,
  );
  const effects = useFollowing((signal) => readEffects(query, signal), key, revision);
  const agreement = useFollowing((signal) => readAgreement(query, signal), key, revision);
  // Each part may be of an older revision than the board: its file says which.
  const source = (part: { revision: number }) => sourceOf({ method, revision: part.revision }, query);
  useEffect(() => {
    if (!agreement.value?.computing) {
      return;
    }
    const timer = window.setTimeout(agreement.reload, POLL_MS);
    return () => window.clearTimeout(timer);
  }, [agreement.value]);
  return (
    <div class="plots">
      <IntervalPlot board={board} source={source(board)} />
      <Part of={pairs}>{(value) => <WinFractions pairs={value} source={source(value)} />}</Part>
      <Part of={pairs}>{(value) => <BattleCounts pairs={value} source={source(value)} />}</Part>
      <Part of={pairs}>{(value) => <Predicted pairs={value} source={source(value)} />}</Part>
      <PricePlot board={board} source={source(board)} />
      <Part of={effects}>{(value) => <LengthPlot effects={value} source={source(value)} />}</Part>
      <Part of={history}>{(value) => <TimePlot history={value} source={source(value)} />}</Part>
      <p class="plots-more">
        <Go to={withQuery("/history", query)}>{say("to_history")}</Go>
      </p>
      <Part of={effects}>
        {(value) => (
          <>
            <PositionPlot effects={value} source={source(value)} />
            <StylePlot effects={value} source={source(value)} />
          </>
        )}
      </Part>
      <Part of={agreement}>{(value) => <AgreementPlot agreement={value} source={source(value)} />}</Part>
    </div>
  );
}

/** A plot whose numbers come by themselves: it waits, or says what went wrong, without holding up the others. */
export function Part<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ComponentChildren }) {
  const say = useSay();
  return (
    <>
      {of.error && <Problem what={say("plot_failed")} error={of.error} />}
      {of.value !== null && children(of.value)}
      {of.value === null && !of.error && <Loading />}
    </>
  );
}
