/** Pieces of the pages about battles and contestants. */

import { Go } from "../board/bits";
import { verdictName } from "../board/names";
import { count, percent, plain } from "../board/numbers";
import { joined } from "../i18n/names";
import { Name } from "../ui/Name";
import type { BattleEntry } from "./api";
import { say, useSay } from "./words";

/** Texts of strangers: shown as they are, letter by letter, never as markup. */
export function Words({ turns }: { turns: readonly string[] }) {
  return (
    <>
      {turns.map((turn, index) => (
        <pre key={index} class="words" dir="auto">
          {turn}
        </pre>
      ))}
    </>
  );
}

/** An outcome in words: a contestant's name stays what it is. */
export function outcomeText(outcome: string): string {
  return outcome === "tie" || outcome === "both_bad" ? verdictName(outcome) : outcome;
}

/** One battle of a list: what was asked, who answered, and what was decided. */
export function BattleCard({ battle, level = 2 }: { battle: BattleEntry; level?: 2 | 3 }) {
  const sayNow = useSay();
  const Title = `h${level}` as "h2" | "h3";
  return (
    <article class="battle-card">
      <Title class="battle-card-title">
        <Go to={`/battles/${encodeURIComponent(battle.id)}`}>
          <Name of={battle.prompt.trim() || battle.prompt_key} />
        </Go>
      </Title>
      <p class="battle-card-who">
        <bdi class="name">{joined(battle.contestants, ` ${sayNow("against")} `)}</bdi>
        {battle.category && <span class="tag">{battle.category}</span>}
        {battle.language && <span class="tag">{battle.language}</span>}
      </p>
      <ul class="outcomes">
        {battle.outcomes.map(({ outcome, count: many }) => (
          <li
            key={outcome}
            class={`outcome outcome-${outcome === "tie" || outcome === "both_bad" ? outcome : "won"}`}
          >
            <b>{count(many)}</b> <Name of={outcomeText(outcome)} />
          </li>
        ))}
        {battle.abstentions > 0 && (
          <li class="outcome outcome-none">{sayNow("abstentions", { count: battle.abstentions })}</li>
        )}
      </ul>
      <p class="battle-card-facts">
        {sayNow("verdicts_of", {
          verdicts: say("verdicts", { count: battle.verdicts }),
          judges: say("judges", { count: battle.judges }),
        })}
        {battle.disagreement !== null && battle.disagreement > 0 && (
          <> · {sayNow("disagreement", { bits: plain(battle.disagreement, 2) })}</>
        )}
        {battle.upset && (
          <>
            {" "}
            ·{" "}
            <bdi>
              {sayNow("upset", {
                winner: battle.upset.winner,
                loser: battle.upset.loser,
                chance: percent(battle.upset.probability, 1),
              })}
            </bdi>
          </>
        )}
      </p>
    </article>
  );
}
