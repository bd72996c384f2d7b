import { useState } from "preact/hooks";
import { BoardHead } from "../board/BoardHead";
import { Closed, Go, Loading, Problem, useTitle, Wide } from "../board/bits";
import { count, fixed, NONE, percent } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { rankRange } from "../format";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/explorer.css";
import { type ContestantRow, listContestants } from "./api";
import { useSay } from "./words";

/** Everyone that is ranked, retired ones too. */
export function ContestantsPage() {
  const say = useSay();
  const { value, error } = useLoaded(listContestants, []);
  const [text, setText] = useState("");
  useTitle(say("contestants"));
  const rows = (value?.contestants ?? []).filter((row) => matches(row, text));
  return (
    <main id="main" class="board" tabIndex={-1}>
      <BoardHead title={say("contestants")} />
      {error?.code === "voting_open" ? (
        <Closed />
      ) : (
        error && <Problem what={say("contestants_failed")} error={error} />
      )}
      {value && (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to every screen reader */}
          <form role="search" class="filters" onSubmit={(event) => event.preventDefault()}>
            <label class="select select-search">
              <span>{say("find_contestant")}</span>
              <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </label>
          </form>
          <p class="hidden-text" role="status">
            {say("found_contestants", { count: rows.length })}
          </p>
          {rows.length === 0 ? <p class="board-empty">{say("no_contestants")}</p> : <Table rows={rows} />}
        </>
      )}
      {!value && !error && <Loading />}
    </main>
  );
}

function matches(row: ContestantRow, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [row.model_name, ...Object.values(row.facts)].some((one) => one.toLowerCase().includes(wanted));
}

function Table({ rows }: { rows: ContestantRow[] }) {
  const say = useSay();
  return (
    <Wide name={say("contestants")}>
      <table class="plain contestants">
        <caption class="hidden-text">{say("contestants")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("rank")}</th>
            <th scope="col">{say("contestant")}</th>
            <th scope="col" class="cell-count">
              {say("rating")}
            </th>
            <th scope="col" class="cell-count">
              {say("votes")}
            </th>
            <th scope="col" class="cell-count">
              {say("win_rate")}
            </th>
            <th scope="col" class="cell-count">
              {say("responses")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.model_name}>
              <td>{rankRange(row.rank_lower, row.rank_upper)}</td>
              <th scope="row">
                <Go to={`/contestants/${encodeURIComponent(row.model_name)}`} kind="model-link">
                  <Name of={row.model_name} />
                </Go>
                {row.retired && <span class="badge">{say("retired")}</span>}
                {row.preliminary && <span class="badge">{say("preliminary")}</span>}
                {row.facts.organization && (
                  <small class="model-facts">
                    <Name of={row.facts.organization} />
                  </small>
                )}
              </th>
              <td class="cell-count">
                <bdi dir="ltr">{ratingText(row)}</bdi>
              </td>
              <td class="cell-count">{count(row.vote_count)}</td>
              <td class="cell-count">{typeof row.win_rate === "number" ? percent(row.win_rate, 1) : NONE}</td>
              <td class="cell-count">{count(row.responses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** "1 012 (990 … 1 030)". */
export function ratingText({
  rating,
  rating_lower: lower,
  rating_upper: upper,
}: Pick<ContestantRow, "rating" | "rating_lower" | "rating_upper">): string {
  if (rating === null) {
    return NONE;
  }
  return lower === null || upper === null
    ? fixed(rating, 0)
    : `${fixed(rating, 0)} (${fixed(lower, 0)} … ${fixed(upper, 0)})`;
}
