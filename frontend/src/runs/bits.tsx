import { LiveMark as Mark } from "../board/LiveMark";
import { verdictName } from "../board/names";
import { joined } from "../i18n/names";
import type { Game } from "./api";
import { useSay } from "./words";

/** Whether news reach the page; told once, not on every verdict. */
export function LiveMark({ live }: { live: boolean }) {
  const say = useSay();
  return <Mark live={live} text={say(live ? "live" : "not_live")} />;
}

/** A verdict in words: who won, or why nobody did. */
export function verdictOf(game: Game): string {
  return game.winner ?? verdictName(game.verdict);
}

/** "alder before birch": the order shown. */
export function useOrder(): (game: Game) => string {
  const say = useSay();
  return (game) => joined(game.order, ` ${say("before")} `);
}
