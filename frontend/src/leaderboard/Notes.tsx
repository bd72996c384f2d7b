import type { Effect, Leaderboard } from "../api";
import { count, fixed, NONE, STATUS_HELP, signed, words } from "../format";

/** What a reader must know to trust the table: marks, warnings, effects, exclusions and settings. */
export function Notes({ board }: { board: Leaderboard }) {
  return (
    <div class="notes">
      <Marks board={board} />
      <Warnings board={board} />
      {board.effects.length > 0 && <Effects effects={board.effects} />}
      <Settings board={board} />
    </div>
  );
}

function Marks({ board }: { board: Leaderboard }) {
  const marks = new Set(board.leaderboard.map((row) => row.status));
  const shown = Object.entries(STATUS_HELP).filter(([status]) =>
    marks.has(status as keyof typeof STATUS_HELP),
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">What the marks mean</h2>
      <dl class="marks">
        {shown.map(([status, help]) => (
          <div key={status}>
            <dt>
              <span class="badge">{words(status, false)}</span>
            </dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Warnings({ board }: { board: Leaderboard }) {
  if (board.warnings.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">Warnings</h2>
      <ul class="warnings">
        {board.warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

function number(value: number | null, decimals: number): string {
  return value === null ? NONE : signed(value, decimals);
}

function Effects({ effects }: { effects: Effect[] }) {
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">Fitted effects</h2>
      <p>Taken out of the ratings. A position effect above zero favours the response shown first.</p>
      <div class="scroll-box">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Effect</th>
              <th scope="col">Judge</th>
              <th scope="col">Points</th>
              <th scope="col">Log-odds (interval)</th>
            </tr>
          </thead>
          <tbody>
            {effects.map((effect) => (
              <tr key={`${effect.name} ${effect.judge}`}>
                <th scope="row">{words(effect.name)}</th>
                <td>{effect.judge}</td>
                <td>{number(effect.points, 1)}</td>
                <td>
                  {number(effect.estimate, 3)} ({number(effect.lower, 3)} to {number(effect.upper, 3)})
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Settings({ board }: { board: Leaderboard }) {
  const { diagnostics, rank_method, excluded, revision } = board;
  const left = Object.entries(excluded).filter(([, n]) => n > 0);
  const facts: [string, string][] = [
    ["fit", words(diagnostics.status, false)],
    ["rank ranges", words(rank_method ?? "none", false)],
    ["left out", left.map(([why, n]) => `${count(n)} ${words(why, false)}`).join(", ") || "nothing"],
    ["revision", String(revision)],
    ...Object.entries(board.scale ?? {}).map(
      ([name, value]) => [`scale ${name}`, plain(value)] as [string, string],
    ),
    ...Object.entries(board.settings).map(
      ([name, value]) => [words(name, false), plain(value)] as [string, string],
    ),
  ];
  return (
    <details class="settings">
      <summary>How these numbers were made</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function plain(value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return "none";
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? String(value) : fixed(value, 3);
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
