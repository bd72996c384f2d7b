import type { Effect } from "../api";
import type { Board } from "../board/api";
import { Wide } from "../board/bits";
import { choiceName, effectJudge, effectName, fitStatus, statusHelp, statusName } from "../board/names";
import { count, fixed, NONE, plain, signed } from "../board/numbers";
import { colon } from "../i18n/language";
import { Said } from "../sentences/Said";
import { exclusionName } from "../sentences/sentence";
import { Name } from "../ui/Name";
import { settingName, winRateRule } from "./settings";
import { useSay } from "./words";

/** What a reader must know to trust the table: marks, warnings, effects, exclusions and settings. */
export function Notes({ board }: { board: Board }) {
  return (
    <div class="notes">
      <Marks board={board} />
      <Warnings board={board} />
      {board.effects.length > 0 && <Effects effects={board.effects} />}
      <Settings board={board} />
    </div>
  );
}

function Marks({ board }: { board: Board }) {
  const say = useSay();
  const statuses = [...new Set(board.leaderboard.map((row) => row.status))].filter(
    (status) => status !== "ok" && statusHelp(status) !== "",
  );
  const few = board.leaderboard.some((row) => row.few_votes);
  const preliminary = board.leaderboard.some((row) => row.preliminary && !row.few_votes);
  const limit = (name: string, otherwise: number) => Number(board.settings[name] ?? otherwise);
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{say("marks")}</h2>
      <dl class="marks">
        <Mark name={say("rank_set")} help={say("rank_set_help")} />
        <Mark name={say("tie_group")} help={say("tie_group_help")} />
        {board.leaderboard.some((row) => typeof row.p_best === "number") && (
          <Mark name={say("p_best")} help={say("p_best_help")} />
        )}
        {board.leaderboard.some((row) => row.price ?? row.price_output ?? row.price_input) && (
          <Mark name={say("price")} help={say("price_help")} />
        )}
        {preliminary && (
          <Mark
            name={say("preliminary")}
            help={say("preliminary_help", { count: limit("preliminary_below", 300) })}
          />
        )}
        {few && (
          <Mark
            name={say("few_votes")}
            help={say("few_votes_help", { count: limit("few_votes_below", 100) })}
          />
        )}
        {statuses.map((status) => (
          <Mark key={status} name={statusName(status)} help={statusHelp(status)} />
        ))}
      </dl>
    </section>
  );
}

function Mark({ name, help }: { name: string; help: string }) {
  return (
    <div>
      <dt>
        <span class="badge">{name}</span>
      </dt>
      <dd>{help}</dd>
    </div>
  );
}

function Warnings({ board }: { board: Board }) {
  const say = useSay();
  if (board.warnings.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{say("warnings")}</h2>
      <ul class="warnings">
        {board.warnings.map(({ code, message, reasons }) => (
          <li key={`${code} ${message}`}>
            <Said message={message} reasons={reasons} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function number(value: number | null, decimals: number): string {
  return value === null ? NONE : signed(value, decimals);
}

function Effects({ effects }: { effects: Effect[] }) {
  const say = useSay();
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">{say("effects")}</h2>
      <p>{say("effects_help")}</p>
      <Wide name={say("effects")}>
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{say("effect")}</th>
              <th scope="col">{say("judge")}</th>
              <th scope="col">{say("points")}</th>
              <th scope="col">{say("log_odds")}</th>
            </tr>
          </thead>
          <tbody>
            {effects.map((effect) => (
              <tr key={`${effect.name} ${effect.judge}`}>
                <th scope="row">{effectName(effect.name)}</th>
                <td>
                  <Name of={effectJudge(effect.judge)} />
                </td>
                <td>
                  <bdi dir="ltr">{number(effect.points, 1)}</bdi>
                </td>
                <td>
                  <bdi dir="ltr">
                    {number(effect.estimate, 3)} ({number(effect.lower, 3)} … {number(effect.upper, 3)})
                  </bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

function Settings({ board }: { board: Board }) {
  const say = useSay();
  const { diagnostics, rank_method, excluded, revision } = board;
  const left = Object.entries(excluded).filter(([, n]) => n > 0);
  const facts: [string, string][] = [
    [say("fit"), fitStatus(diagnostics.status)],
    [say("rank_ranges"), choiceName("rank_method", rank_method ?? "none")],
    [
      say("left_out"),
      left.map(([why, n]) => `${exclusionName(why)}${colon()}${count(n)}`).join(" · ") || say("nothing"),
    ],
    [say("revision"), String(revision)],
    ...Object.entries(board.scale ?? {}).map(
      ([name, value]) => [`${say("scale")}${colon()}${settingName(name)}`, shown(value)] as [string, string],
    ),
    ...Object.entries(board.settings).map(
      ([name, value]) =>
        [settingName(name), name === "win_rate" ? winRateRule(board.settings) : shown(value)] as [
          string,
          string,
        ],
    ),
  ];
  return (
    <details class="settings">
      <summary>{say("how_made")}</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Name of={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") {
    return NONE;
  }
  if (typeof value === "number") {
    return Number.isInteger(value) ? plain(value, 0) : fixed(value, 3);
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
