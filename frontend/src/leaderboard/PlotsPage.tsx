import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Board, readAgreement, readEffects, readHistory, readPairs } from "../board/api";
import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, Simulated, useTitle } from "../board/bits";
import { methodName } from "../board/names";
import { fileStem, type Query, queryOf, withQuery } from "../board/query";
import { type Loaded, useLoaded } from "../board/useLoaded";
import { AgreementPlot, LengthPlot, PositionPlot, StylePlot } from "../charts/effects";
import { BattleCounts, IntervalPlot, Predicted, PricePlot, type Source, WinFractions } from "../charts/plots";
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
  const source = sourceOf(board, query);
  const key = [JSON.stringify(query), board.revision];
  const [round, setRound] = useState(0);
  const pairs = useLoaded((signal) => readPairs(query, signal), key);
  const history = useLoaded((signal) => readHistory(query, MOMENTS, signal), key);
  const effects = useLoaded((signal) => readEffects(query, signal), key);
  const agreement = useLoaded((signal) => readAgreement(query, signal), [...key, round]);
  useEffect(() => {
    if (!agreement.value?.computing) {
      return;
    }
    const timer = window.setTimeout(() => setRound((n) => n + 1), POLL_MS);
    return () => window.clearTimeout(timer);
  }, [agreement.value]);
  return (
    <div class="plots">
      <IntervalPlot board={board} source={source} />
      <Part of={pairs}>{(value) => <WinFractions pairs={value} source={source} />}</Part>
      <Part of={pairs}>{(value) => <BattleCounts pairs={value} source={source} />}</Part>
      <Part of={pairs}>{(value) => <Predicted pairs={value} source={source} />}</Part>
      <PricePlot board={board} source={source} />
      <Part of={effects}>{(value) => <LengthPlot effects={value} source={source} />}</Part>
      <Part of={history}>{(value) => <TimePlot history={value} source={source} />}</Part>
      <p class="plots-more">
        <Go to={withQuery("/history", query)}>{say("to_history")}</Go>
      </p>
      <Part of={effects}>
        {(value) => (
          <>
            <PositionPlot effects={value} source={source} />
            <StylePlot effects={value} source={source} />
          </>
        )}
      </Part>
      <Part of={agreement}>{(value) => <AgreementPlot agreement={value} source={source} />}</Part>
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
