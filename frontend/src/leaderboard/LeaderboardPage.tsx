import { useEffect } from "preact/hooks";
import { type LeaderboardQuery, leaderboardPath } from "../api";
import { navigate, useLocation } from "../router";
import "../styles/leaderboard.css";
import { Filters } from "./Filters";
import { Notes } from "./Notes";
import { RatingTable } from "./RatingTable";
import { useLeaderboard } from "./useLeaderboard";

const FORMATS = [
  ["json", "JSON"],
  ["csv", "CSV"],
  ["markdown", "Markdown"],
  ["latex", "LaTeX"],
  ["html", "HTML"],
] as const;

/** The filters of the address; empty ones are left out. */
export function queryOf(params: URLSearchParams): LeaderboardQuery {
  const query: LeaderboardQuery = {};
  for (const name of ["method", "category", "judge_kind"] as const) {
    const value = params.get(name);
    if (value) {
      query[name] = value;
    }
  }
  return query;
}

/** The address of this page that shows `query`. */
export function addressOf(query: LeaderboardQuery): string {
  return leaderboardPath(query).replace("/api", "");
}

export function LeaderboardPage() {
  const query = queryOf(useLocation().query);
  const { board, error, live, busy, reload } = useLeaderboard(query);
  useEffect(() => {
    document.title = "Leaderboard · Arena";
  }, []);

  return (
    <main id="main" class="board" tabIndex={-1} aria-busy={busy}>
      <div class="board-head">
        <h1>Leaderboard</h1>
        <p class={`live${live ? " live-on" : ""}`} role="status">
          <span aria-hidden="true">{live ? "●" : "○"}</span>{" "}
          {live ? "Live: follows every vote" : "Not live: connecting…"}
        </p>
      </div>
      {board?.simulated && (
        <p class="banner banner-simulated">
          <span>
            <strong>Simulated votes.</strong> Some or all votes in this table come from a scripted judge, not
            from people or models.
          </span>
        </p>
      )}
      {error && (
        <div class="banner banner-error" role="alert">
          <p>
            <strong>The leaderboard could not be read.</strong> {error.message}
            {board && " The table below is the last one received."}
          </p>
          <button type="button" class="button button-small" onClick={reload}>
            Try again
          </button>
          {Object.keys(query).length > 0 && (
            <button type="button" class="button button-small" onClick={() => navigate("/leaderboard")}>
              Clear filters
            </button>
          )}
        </div>
      )}
      {board && (
        <>
          <Filters board={board} query={query} onChange={(next) => navigate(addressOf(next))} />
          {board.leaderboard.length === 0 ? (
            <p class="board-empty">No model has responses under these filters yet.</p>
          ) : (
            <RatingTable board={board} />
          )}
          <Downloads query={query} />
          <Notes board={board} />
        </>
      )}
      {!board && !error && <p>Loading…</p>}
    </main>
  );
}

function Downloads({ query }: { query: LeaderboardQuery }) {
  return (
    <p class="downloads">
      <span>This table as</span>
      {FORMATS.map(([format, name]) => (
        <a key={format} href={leaderboardPath(query, format)} download={`leaderboard.${EXTENSIONS[format]}`}>
          {name}
        </a>
      ))}
    </p>
  );
}

const EXTENSIONS = { json: "json", csv: "csv", markdown: "md", latex: "tex", html: "html" } as const;
