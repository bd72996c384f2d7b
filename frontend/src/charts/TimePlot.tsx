import { useState } from "preact/hooks";
import type { BoardHistory } from "../board/api";
import { count, time } from "../board/numbers";
import { rankRange } from "../format";
import { Name } from "../ui/Name";
import { Figure } from "./Figure";
import { lines, type Moment, SIGNS, Sign } from "./Lines";
import { decimalsOf, ratingCells, type Source, withInterval } from "./plots";
import { useSay } from "./words";

/** Ratings as they stood at some moments, with a choice of who is drawn. */
export function TimePlot({ history, source }: { history: BoardHistory; source: Source }) {
  const say = useSay();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const names = history.models.map((model) => model.model_name);
  const shown = chosen ?? names.slice(0, SIGNS);
  const decimals = decimalsOf(
    history.models.flatMap((model) => model.points.flatMap((point) => point ?? [])),
  );
  const series = history.models
    .map((model, sign) => ({
      name: model.model_name,
      sign,
      moments: model.points.flatMap((point, index): Moment[] => {
        const cut = history.cuts[index];
        return point === null || point.rating === null || !cut
          ? []
          : [
              {
                at: Date.parse(cut.at),
                value: point.rating,
                lower: point.rating_lower,
                upper: point.rating_upper,
                text: say("time_say", {
                  name: model.model_name,
                  time: time(cut.at),
                  rating: withInterval(point.rating, point.rating_lower, point.rating_upper, decimals),
                  ranks: rankRange(point.rank_lower, point.rank_upper),
                  count: point.vote_count,
                }),
              },
            ];
      }),
    }))
    .filter((one) => shown.includes(one.name) && one.moments.length > 0);
  const toggle = (name: string) =>
    setChosen(shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name]);
  return (
    <Figure
      name="rating-time"
      title={say("time")}
      text={say("time_text")}
      source={source}
      none={series.length === 0 ? say(names.length === 0 ? "none_history" : "none_chosen") : undefined}
      table={{
        columns: [
          say("model"),
          say("moment"),
          say("rating"),
          say("lower"),
          say("upper"),
          say("rank"),
          say("votes"),
        ],
        rows: history.models.flatMap((model) =>
          model.points.flatMap((point, index) =>
            point === null
              ? []
              : [
                  [
                    model.model_name,
                    time(history.cuts[index]?.at ?? ""),
                    ...ratingCells(point, decimals),
                    rankRange(point.rank_lower, point.rank_upper),
                    count(point.vote_count),
                  ],
                ],
          ),
        ),
      }}
      draw={(width, marks) => lines({ width, marks, series, label: say("rating") })}
    >
      {names.length > 1 && (
        <fieldset class="line-choice">
          <legend>{say("shown")}</legend>
          {history.models.map((model, sign) => (
            <label key={model.model_name} class={`line-chip line-${sign % SIGNS}`}>
              <input
                type="checkbox"
                checked={shown.includes(model.model_name)}
                onChange={() => toggle(model.model_name)}
              />
              <svg viewBox="0 0 22 12" width="22" height="12" aria-hidden="true" focusable="false">
                <path class="line" d="M0 6H22" />
                <Sign sign={sign} x={11} y={6} />
              </svg>
              <Name of={model.model_name} />
              {model.retired && <small> ({say("retired")})</small>}
            </label>
          ))}
        </fieldset>
      )}
    </Figure>
  );
}
