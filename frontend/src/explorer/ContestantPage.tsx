import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, useTitle, Wide } from "../board/bits";
import { languageName, ownWord } from "../board/names";
import { count, fixed, NONE, percent, signed } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { dotPlot } from "../charts/DotPlot";
import { Figure } from "../charts/Figure";
import type { Source } from "../charts/plots";
import { rankRange, words } from "../format";
import { language } from "../i18n/language";
import { joined } from "../i18n/names";
import type { PageProps } from "../pages";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/explorer.css";
import { type ContestantDetail, type PartRating, readContestant } from "./api";
import { ratingText } from "./ContestantsPage";
import { BattleCard } from "./parts";
import { useSay } from "./words";

/** One contestant: how good, where better and worse than elsewhere, its best and worst battles, and what it fails at. */
export function ContestantPage({ params }: PageProps) {
  const name = params.name ?? "";
  const say = useSay();
  const { value, error } = useLoaded((signal) => readContestant(name, signal), [name]);
  useTitle(name);
  return (
    <main id="main" class="board board-wide" tabIndex={-1}>
      <BoardHead title={name} />
      {error && <Problem what={say("contestant_failed")} error={error} />}
      {value && <Detail one={value} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function Detail({ one }: { one: ContestantDetail }) {
  const say = useSay();
  return (
    <>
      <Overview one={one} />
      <Strengths one={one} />
      <div class="plots">
        {one.categories.length > 0 && <Parts one={one} parts={one.categories} kind="category" />}
        {one.languages.length > 1 && <Parts one={one} parts={one.languages} kind="language" />}
        <Lengths one={one} />
      </div>
      <SelfPreference one={one} />
      <Failed one={one} />
      <div class="best-worst">
        {(["best", "worst"] as const).map((side) => (
          <section key={side} aria-labelledby={side}>
            <h2 id={side}>{say(side)}</h2>
            <p class="soft">{say(`${side}_help`)}</p>
            {one[side].length === 0 && <p class="board-empty">{say(`${side}_none`)}</p>}
            <ol class="battle-list">
              {one[side].map((battle) => (
                <li key={battle.id}>
                  <BattleCard battle={battle} level={3} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p>
        <Go to={`/battles?contestant=${encodeURIComponent(one.model_name)}`} kind="button">
          {say("its_battles")}
        </Go>
      </p>
    </>
  );
}

function Overview({ one }: { one: ContestantDetail }) {
  const say = useSay();
  const { overall } = one;
  const big: [string, string][] = overall
    ? [
        [say("rank"), rankRange(overall.rank_lower, overall.rank_upper)],
        [say("rating"), ratingText(overall)],
        [say("votes"), count(overall.vote_count)],
        [say("win_rate"), typeof overall.win_rate === "number" ? percent(overall.win_rate, 1) : NONE],
        [
          say("both_bad_share"),
          typeof overall.both_bad_share === "number" ? percent(overall.both_bad_share, 1) : NONE,
        ],
        [say("responses"), count(one.responses)],
      ]
    : [[say("responses"), count(one.responses)]];
  const facts = Object.entries(one.facts);
  return (
    <>
      {(one.retired || overall?.preliminary) && (
        <p>
          {one.retired && <span class="badge">{say("retired")}</span>}{" "}
          {overall?.preliminary && <span class="badge">{say("preliminary")}</span>}
        </p>
      )}
      <dl class="figures">
        {big.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi dir="ltr">{text}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{words(name)}</dt>
              <dd>
                <Name of={String(text)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Strengths and weaknesses in sentences; what cannot be told apart is said to be so. */
function Strengths({ one }: { one: ContestantDetail }) {
  const say = useSay();
  const parts = one.categories;
  if (parts.length === 0) {
    return null;
  }
  const of = (verdict: PartRating["verdict"]) => parts.filter((part) => part.verdict === verdict);
  const same = of("not_told_apart");
  const sentence = (part: PartRating) =>
    say(part.verdict === "strength" ? "stronger_by" : "weaker_by", {
      part: ownWord(part.name),
      points: fixed(Math.abs(part.difference ?? 0), 0),
      interval: `${bound(part.difference_lower)} … ${bound(part.difference_upper)}`,
    });
  return (
    <section aria-labelledby="strengths">
      <h2 id="strengths">{say("strengths")}</h2>
      <ul class="strengths">
        {[...of("strength"), ...of("weakness")].map((part) => (
          <li key={part.name} class={`strength-${part.verdict}`}>
            <span aria-hidden="true">{part.verdict === "strength" ? "▲" : "▼"}</span>{" "}
            <bdi>{sentence(part)}</bdi>
          </li>
        ))}
        {same.length > 0 && (
          <li class="strength-same">
            <span aria-hidden="true">=</span>{" "}
            <bdi>
              {say("not_told_apart", {
                parts: joined(
                  same.map((part) => ownWord(part.name)),
                  ", ",
                ),
              })}
            </bdi>
          </li>
        )}
      </ul>
    </section>
  );
}

function bound(value: number | null): string {
  return value === null ? NONE : signed(value, 0);
}

/** What stands in the file names of its plots and under their pictures. */
function sourceOf({ model_name: name, revision }: ContestantDetail): Source {
  return { file: `${name}_r${revision}`, text: `Arena · ${name} · r${revision}` };
}

interface PartsProps {
  one: ContestantDetail;
  parts: PartRating[];
  kind: "category" | "language";
}

/** Ratings by category or language as dots with intervals, and their difference from the overall rating as a table. */
function Parts({ one, parts, kind }: PartsProps) {
  const say = useSay();
  const nameOf = (part: PartRating) =>
    kind === "category" ? ownWord(part.name) : languageName(part.name, language());
  const known = parts.filter((part) => part.rating !== null);
  const overall = one.overall?.rating ?? null;
  return (
    <Figure
      name={`by-${kind}`}
      title={say(`by_${kind}`)}
      text={say("by_part_text")}
      source={sourceOf(one)}
      none={known.length === 0 ? say("none_yet") : undefined}
      table={{
        columns: [
          say(kind),
          say("rating"),
          say("rank"),
          say("difference"),
          say("part_verdict"),
          say("votes"),
        ],
        rows: parts.map((part) => [
          nameOf(part),
          ratingText(part),
          rankRange(part.rank_lower, part.rank_upper),
          part.difference === null
            ? NONE
            : `${bound(part.difference)} (${bound(part.difference_lower)} … ${bound(part.difference_upper)})`,
          say(`part_${part.verdict}`),
          count(part.vote_count),
        ]),
      }}
      draw={(width, marks) =>
        dotPlot({
          width,
          marks,
          label: say("rating"),
          ...(overall === null ? {} : { zero: overall }),
          dots: known.map((part) => ({
            name: nameOf(part),
            value: part.rating ?? 0,
            lower: part.rating_lower,
            upper: part.rating_upper,
            hollow: part.verdict === "not_told_apart" || part.verdict === "not_comparable",
            beside: fixed(part.rating ?? 0, 0),
            text: say("by_part_say", {
              part: nameOf(part),
              rating: ratingText(part),
              difference: bound(part.difference),
              verdict: say(`part_${part.verdict}`),
            }),
          })),
        })
      }
    />
  );
}

function Lengths({ one }: { one: ContestantDetail }) {
  const say = useSay();
  const known = one.by_length.filter((bucket) => bucket.win_rate !== null);
  const buckets = ["shorter", "similar", "longer"] as const;
  const nameOf = (name: string) => {
    const found = buckets.find((one) => one === name);
    return found ? say(`length_${found}`) : words(name);
  };
  return (
    <>
      {known.length > 0 && (
        <Figure
          name="by-length"
          title={say("by_length")}
          text={say("by_length_text")}
          source={sourceOf(one)}
          table={{
            columns: [say("length"), say("win_rate"), say("lower"), say("upper"), say("battles")],
            rows: one.by_length.map((bucket) => [
              nameOf(bucket.bucket),
              ...[bucket.win_rate, bucket.lower, bucket.upper].map((value) =>
                value === null ? NONE : percent(value, 1),
              ),
              count(bucket.battles),
            ]),
          }}
          draw={(width, marks) =>
            dotPlot({
              width,
              marks,
              label: say("win_rate"),
              domain: [0, 1],
              zero: 0.5,
              format: percent,
              dots: known.map((bucket) => ({
                name: nameOf(bucket.bucket),
                value: bucket.win_rate ?? 0,
                lower: bucket.lower,
                upper: bucket.upper,
                beside: percent(bucket.win_rate ?? 0, 1),
                text: say("by_length_say", {
                  length: nameOf(bucket.bucket),
                  rate: percent(bucket.win_rate ?? 0, 1),
                  count: bucket.battles,
                }),
              })),
            })
          }
        />
      )}
    </>
  );
}

/** A share in points of a hundred. */
function points(share: number | null): string {
  return bound(share === null ? null : share * 100);
}

/** A judge of its own family may favour it: said where that could be measured. */
function SelfPreference({ one }: { one: ContestantDetail }) {
  const say = useSay();
  const self = one.self_preference;
  if (!self) {
    return null;
  }
  return (
    <p class="banner">
      <bdi>
        {say("self_preference", {
          judge: self.judge,
          excess: points(self.excess),
          interval: `${points(self.lower)} … ${points(self.upper)}`,
          count: self.matchups,
        })}
      </bdi>
    </p>
  );
}

/** What it fails at, and whether others fail there too. */
function Failed({ one }: { one: ContestantDetail }) {
  const say = useSay();
  const rows = one.failed_prompts;
  return (
    <section aria-labelledby="failed">
      <h2 id="failed">{say("failed")}</h2>
      <p class="soft">{say("failed_help")}</p>
      {rows.length === 0 ? (
        <p class="board-empty">{say("none_failed")}</p>
      ) : (
        <Wide name={say("failed")}>
          <table class="plain">
            <caption class="hidden-text">{say("failed")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("prompt")}</th>
                <th scope="col" class="cell-count">
                  {say("its_score")}
                </th>
                <th scope="col" class="cell-count">
                  {say("others_fail")}
                </th>
                <th scope="col" class="cell-count">
                  {say("battles")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Go to={`/battles/${encodeURIComponent(row.id)}`}>
                      <Name of={row.prompt.trim() || row.prompt_key} />
                    </Go>{" "}
                    {row.category && <span class="tag">{row.category}</span>}
                  </th>
                  <td class="cell-count">{percent(row.score)}</td>
                  <td class="cell-count">
                    {row.fail_share === null
                      ? NONE
                      : say("fail_share", { share: percent(row.fail_share), count: row.contestants })}
                  </td>
                  <td class="cell-count">{count(row.battles)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </section>
  );
}
