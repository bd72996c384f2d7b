import { type BoardHistory, readHistory } from "../board/api";
import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, useTitle, Wide } from "../board/bits";
import { count, NONE, time } from "../board/numbers";
import { type Query, queryOf, withQuery } from "../board/query";
import { useFollowing } from "../board/useFollowing";
import { TimePlot } from "../charts/TimePlot";
import { words } from "../format";
import { colon } from "../i18n/language";
import { joined } from "../i18n/names";
import { navigate, useLocation } from "../router";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/trust.css";
import { Filters } from "./Filters";
import { HISTORY_EVERY_MS, Part, sourceOf } from "./PlotsPage";
import { useLeaderboard } from "./useLeaderboard";
import { useSay } from "./words";

/** Moments at which the board is rated again. */
const MOMENTS = 24;

/** How the board came to be what it is: ratings over time, and what changed when. */
export function HistoryPage() {
  const query = queryOf(useLocation().query);
  const say = useSay();
  const { board, error, live, busy } = useLeaderboard(query);
  useTitle(say("history"));
  return (
    <main id="main" class="board board-wide" tabIndex={-1} aria-busy={busy}>
      <BoardHead title={say("history")} live={live} />
      {error && (
        <Problem what={say("board_failed")} error={error}>
          {Object.keys(query).length > 0 && (
            <button type="button" class="button button-small" onClick={() => navigate("/history")}>
              {say("clear_filters")}
            </button>
          )}
        </Problem>
      )}
      {board && (
        <>
          <Filters board={board} query={query} onChange={(next) => navigate(withQuery("/history", next))} />
          <Story query={query} revision={board.revision} />
        </>
      )}
      {!board && !error && <Loading />}
    </main>
  );
}

function Story({ query, revision }: { query: Query; revision: number }) {
  const history = useFollowing(
    (signal) => readHistory(query, MOMENTS, signal),
    [JSON.stringify(query)],
    revision,
    HISTORY_EVERY_MS,
  );
  return (
    <Part of={history}>
      {(value) => (
        <>
          <TimePlot history={value} source={sourceOf(value, query)} />
          <Changelog history={value} />
          <Leaders history={value} />
        </>
      )}
    </Part>
  );
}

const EVENTS = ["entered", "first_place", "retired"] as const;

function Changelog({ history }: { history: BoardHistory }) {
  const say = useSay();
  return (
    <section aria-labelledby="changelog">
      <h2 id="changelog">{say("changelog")}</h2>
      {history.changelog.length === 0 && <p>{say("no_changes")}</p>}
      <ol class="changelog">
        {history.changelog.map((change, index) => {
          const event = EVENTS.find((one) => one === change.event);
          return (
            <li key={index} class={`event event-${change.event}`}>
              <time dateTime={change.at}>{time(change.at)}</time>
              <span>
                {event
                  ? say(event === "first_place" && change.before ? "event_overtakes" : `event_${event}`, {
                      name: change.model_name,
                      before: change.before ?? NONE,
                    })
                  : `${words(change.event)}${colon()}${joined([change.model_name], "")}`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Leaders({ history }: { history: BoardHistory }) {
  const say = useSay();
  if (history.cuts.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="leaders">
      <h2 id="leaders">{say("leaders")}</h2>
      <Wide name={say("leaders")}>
        <table class="plain">
          <caption class="hidden-text">{say("leaders")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("moment")}</th>
              <th scope="col" class="cell-count">
                {say("votes")}
              </th>
              <th scope="col">{say("leader")}</th>
            </tr>
          </thead>
          <tbody>
            {history.cuts.map((cut, index) => (
              <tr key={index}>
                <th scope="row">{time(cut.at)}</th>
                <td class="cell-count">{count(cut.vote_count)}</td>
                <td>
                  {cut.leader === null ? (
                    NONE
                  ) : (
                    <>
                      <Go to={`/contestants/${encodeURIComponent(cut.leader)}`}>
                        <Name of={cut.leader} />
                      </Go>{" "}
                      <small>{say(cut.leader_alone ? "leader_alone" : "leader_shared")}</small>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}
