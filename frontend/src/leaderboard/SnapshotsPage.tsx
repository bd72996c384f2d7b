import { useState } from "preact/hooks";
import { listSnapshots, readSnapshot, type Snapshot, type SnapshotHead } from "../board/api";
import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, Simulated, useTitle, Wide } from "../board/bits";
import { methodName } from "../board/names";
import { count, time } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import type { PageProps } from "../pages";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/trust.css";
import { Notes } from "./Notes";
import { RatingTable } from "./RatingTable";
import { SERVED } from "./sorting";
import { useSay } from "./words";

/** Boards that were frozen, and one of them. */
export function SnapshotsPage({ params }: PageProps) {
  return params.id === undefined ? <List /> : <Frozen key={params.id} id={params.id} />;
}

function List() {
  const say = useSay();
  const { value, error } = useLoaded(listSnapshots, []);
  useTitle(say("snapshots"));
  return (
    <main id="main" class="board" tabIndex={-1}>
      <BoardHead title={say("snapshots")} />
      <p>{say("snapshots_help")}</p>
      {error && <Problem what={say("snapshots_failed")} error={error} />}
      {value && value.snapshots.length === 0 && <p class="board-empty">{say("no_snapshots")}</p>}
      {value && value.snapshots.length > 0 && <Heads snapshots={value.snapshots} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function Heads({ snapshots }: { snapshots: SnapshotHead[] }) {
  const say = useSay();
  return (
    <Wide name={say("snapshots")}>
      <table class="plain">
        <caption class="hidden-text">{say("snapshots")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("frozen_at")}</th>
            <th scope="col">{say("method")}</th>
            <th scope="col" class="cell-count">
              {say("votes")}
            </th>
            <th scope="col">{say("choices")}</th>
            <th scope="col">{say("note")}</th>
          </tr>
        </thead>
        <tbody>
          {snapshots.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Go to={`/snapshots/${encodeURIComponent(one.id)}`}>{time(one.created_at)}</Go>
              </th>
              <td>{methodName(one.method)}</td>
              <td class="cell-count">{count(one.vote_count)}</td>
              <td>
                <bdi>{one.query || say("default_choices")}</bdi>
              </td>
              <td>
                <bdi>{one.note}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Frozen({ id }: { id: string }) {
  const say = useSay();
  const { value, error } = useLoaded((signal) => readSnapshot(id, signal), [id]);
  useTitle(`${say("snapshot")} ${id}`);
  return (
    <main id="main" class="board board-wide" tabIndex={-1}>
      <BoardHead title={say("snapshot_title")} />
      {error && <Problem what={say("snapshot_failed")} error={error} />}
      {value && <Kept snapshot={value} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function Kept({ snapshot }: { snapshot: Snapshot }) {
  const say = useSay();
  const [order, setOrder] = useState(SERVED);
  const { board, verified } = snapshot;
  const facts: [string, string][] = [
    [say("frozen_at"), time(snapshot.created_at)],
    [say("revision"), String(snapshot.revision)],
    [say("choices"), snapshot.query || say("default_choices")],
    [say("board_hash"), snapshot.sha256],
    [say("votes_hash"), snapshot.votes_sha256],
  ];
  return (
    <>
      <p class={`check-state check-${verified ? "passed" : "failed"}`} role={verified ? undefined : "alert"}>
        <span aria-hidden="true">{verified ? "✓" : "✗"}</span> {say(verified ? "verified" : "not_verified")}
      </p>
      {snapshot.note !== "" && (
        <blockquote class="snapshot-note" dir="auto">
          {snapshot.note}
        </blockquote>
      )}
      <dl class="facts snapshot-facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {board.simulated && <Simulated />}
      <RatingTable board={board} order={order} onOrder={setOrder} frozen />
      <p class="downloads">
        <a
          href={`/api/snapshots/${encodeURIComponent(snapshot.id)}/board`}
          download={`snapshot-${snapshot.id}.json`}
        >
          {say("snapshot_file")}
        </a>
        <Go to={`/leaderboard${snapshot.query === "" ? "" : `?${snapshot.query}`}`}>
          {say("same_board_now")}
        </Go>
      </p>
      <Notes board={board} />
    </>
  );
}
