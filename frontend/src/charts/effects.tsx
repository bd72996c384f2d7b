/** Plots about what is not the contestant: where a response stood, how long it was, and who judged. */
import { useState } from "preact/hooks";
import type { Agreement, Effects, Estimate } from "../board/api";
import { Select } from "../board/bits";
import { effectJudge, effectName, judgeName } from "../board/names";
import { count, NONE, percent, plain, signed } from "../board/numbers";
import { dotPlot } from "./DotPlot";
import { Figure } from "./Figure";
import { AgainstPlot, decimalsOf, rated, type Source, share } from "./plots";
import { useSay } from "./words";

interface EffectProps {
  effects: Effects;
  source: Source;
}

export function LengthPlot({ effects, source }: EffectProps) {
  const say = useSay();
  return (
    <AgainstPlot
      name="rating-length"
      title={say("length")}
      text={say("length_text")}
      source={source}
      none={say("none_rated")}
      rows={rated(effects.lengths).filter((row) => row.mean_length !== null)}
      decimals={decimalsOf(effects.lengths)}
      against={{
        label: say("length_axis"),
        of: (row) => row.mean_length ?? 0,
        text: (length) => plain(length, 0),
      }}
      last={{ label: say("responses"), of: (row) => count(row.responses) }}
      point={(row, length, rating) => say("length_say", { name: row.model_name, length, rating })}
    />
  );
}

export function PositionPlot({ effects, source }: EffectProps) {
  const say = useSay();
  const { position } = effects;
  const known = position.effects.filter((effect) => effect.first_probability !== null);
  return (
    <Figure
      name="position-effects"
      title={say("position")}
      text={say("position_text")}
      source={source}
      none={known.length === 0 ? (position.note ?? say("none_effects")) : undefined}
      table={{
        columns: [
          say("judge"),
          say("first_wins"),
          say("lower"),
          say("upper"),
          say("points"),
          say("log_odds"),
          say("votes"),
        ],
        rows: position.effects.map((effect) => [
          effectJudge(effect.judge),
          share(effect.first_probability),
          share(effect.first_lower),
          share(effect.first_upper),
          effect.points === null ? NONE : signed(effect.points, 1),
          effect.estimate === null ? NONE : signed(effect.estimate, 3),
          count(effect.votes),
        ]),
      }}
      draw={(width, marks) =>
        dotPlot({
          width,
          marks,
          label: say("first_wins"),
          zero: 0.5,
          format: (value) => percent(value, 1),
          dots: known.map((effect) => ({
            name: effectJudge(effect.judge),
            value: effect.first_probability ?? 0,
            lower: effect.first_lower,
            upper: effect.first_upper,
            beside: share(effect.first_probability),
            text: say("position_say", {
              judge: effectJudge(effect.judge),
              share: share(effect.first_probability),
              interval: `${share(effect.first_lower)} … ${share(effect.first_upper)}`,
              count: effect.votes,
            }),
          })),
        })
      }
    />
  );
}

export function StylePlot({ effects, source }: EffectProps) {
  const say = useSay();
  const { style } = effects;
  const known = style.effects.filter((effect) => effect.estimate !== null);
  const number = (value: number | null) => (value === null ? NONE : signed(value, 3));
  return (
    <Figure
      name="style-effects"
      title={say("style")}
      text={say("style_text")}
      source={source}
      none={known.length === 0 ? (style.note ?? say("none_effects")) : undefined}
      table={{
        columns: [say("feature"), say("log_odds"), say("lower"), say("upper"), say("points")],
        rows: style.effects.map((effect) => [
          effectName(effect.name),
          ...[effect.estimate, effect.lower, effect.upper].map(number),
          effect.points === null ? NONE : signed(effect.points, 1),
        ]),
      }}
      draw={(width, marks) =>
        dotPlot({
          width,
          marks,
          label: say("log_odds"),
          zero: 0,
          dots: known.map((effect) => ({
            name: effectName(effect.name),
            value: effect.estimate ?? 0,
            lower: effect.lower,
            upper: effect.upper,
            beside: number(effect.estimate),
            text: say("style_say", {
              feature: effectName(effect.name),
              value: number(effect.estimate),
              interval: `${number(effect.lower)} … ${number(effect.upper)}`,
            }),
          })),
        })
      }
    />
  );
}

const MEASURES = ["accuracy", "accuracy_decisive", "kappa", "alpha", "spearman"] as const;
type Measure = (typeof MEASURES)[number];

/** How well judges agree with people and with each other, by the measure the reader chose. */
export function AgreementPlot({ agreement, source }: { agreement: Agreement; source: Source }) {
  const say = useSay();
  const [measure, setMeasure] = useState<Measure>("accuracy");
  const shares = measure === "accuracy" || measure === "accuracy_decisive";
  const number = (value: number | null | undefined) =>
    typeof value !== "number" ? NONE : shares ? percent(value, 1) : signed(value, 2);
  const pairName = (one: { judge: string; reference: string }) =>
    `${judgeName(one.judge)} – ${judgeName(one.reference)}`;
  const known = agreement.comparisons.filter((one) => typeof one[measure]?.value === "number");
  const of = (estimate: Estimate | null) => estimate ?? { value: null, lower: null, upper: null };
  const none = agreement.computing ? say("computing") : say("none_agreement");
  return (
    <Figure
      name={`agreement-${measure}`}
      title={say("agreement")}
      text={say("agreement_text")}
      source={source}
      none={known.length === 0 ? none : undefined}
      table={{
        columns: [
          say("judges"),
          say(`measure_${measure}`),
          say("lower"),
          say("upper"),
          say("comparisons"),
          say("remark"),
        ],
        rows: agreement.comparisons.map((one) => {
          const { value, lower, upper } = of(one[measure]);
          return [
            pairName(one),
            number(value),
            number(lower),
            number(upper),
            count(one.comparisons),
            one.note ?? "",
          ];
        }),
      }}
      draw={(width, marks) =>
        dotPlot({
          width,
          marks,
          label: say(`measure_${measure}`),
          ...(shares ? { domain: [0, 1] as const, format: percent } : { zero: 0 }),
          dots: known.map((one) => {
            const { value, lower, upper } = of(one[measure]);
            return {
              name: pairName(one),
              value: value ?? 0,
              lower,
              upper,
              beside: number(value),
              text: say("agreement_say", {
                judge: judgeName(one.judge),
                reference: judgeName(one.reference),
                measure: say(`measure_${measure}`),
                value: number(value),
                interval: `${number(lower)} … ${number(upper)}`,
                count: one.comparisons,
              }),
            };
          }),
        })
      }
    >
      <Select
        label={say("measure")}
        value={measure}
        choices={MEASURES.map((value) => ({ value, text: say(`measure_${value}`) }))}
        onChange={(value) => setMeasure(MEASURES.find((one) => one === value) ?? "accuracy")}
      />
    </Figure>
  );
}
