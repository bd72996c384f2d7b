/** What a reveal says of a contestant beside its name, for the eye and for the ear. */
import type { RevealedResponse } from "../api";
import { fixed, signed } from "../board/numbers";
import { letterOf } from "../format";
import { say } from "./words";

export interface Fact {
  name: string;
  value: string;
}

/** What is known about a contestant: who makes it, its licence, its price; what is not known is left out. */
export function factsOf(revealed: RevealedResponse): Fact[] {
  const { organization, license, price, price_input: input, price_output: output } = revealed;
  const facts: Fact[] = [];
  if (organization) {
    facts.push({ name: say("organization"), value: organization });
  }
  if (license) {
    facts.push({ name: say("license"), value: license });
  }
  if (price) {
    facts.push({ name: say("price"), value: price });
  } else if (input || output) {
    facts.push({ name: say("price_tokens"), value: `${input || "?"} / ${output || "?"}` });
  }
  return facts;
}

/** "1012.3 (+1.2)", or the words for no rating. */
export function ratingText({ rating, rating_change: change }: RevealedResponse): string {
  if (rating === null) {
    return say("not_rated");
  }
  return `${fixed(rating, 1)} (${change === null ? say("newly_rated") : signed(change, 1)})`;
}

/** What the vote changed, in words: a sign is easily missed by ear. */
function changeWords(change: number | null): string {
  if (change === null) {
    return say("newly_rated");
  }
  return Number(change.toFixed(1)) === 0
    ? say("rating_same")
    : say(change > 0 ? "rating_up" : "rating_down", { points: fixed(Math.abs(change), 1) });
}

/**
 * What is read aloud once a vote is stored: first who stood where, then by position who makes it, licence, price, rating
 * and what the vote changed. Whoever goes on after the names misses nothing that they needed.
 */
export function revealWords(responses: readonly RevealedResponse[]): string[] {
  const inOrder = [...responses].sort((a, b) => a.position - b.position);
  return [
    ...inOrder.map(({ position, model_name: name }) => say("was", { letter: letterOf(position), name })),
    ...inOrder.map((revealed) => {
      const { rating, rating_change: change } = revealed;
      const facts = factsOf(revealed).map((fact) => say("fact_is", { ...fact }));
      facts.push(
        ...(rating === null
          ? [say("not_rated")]
          : [say("fact_is", { name: say("rating"), value: fixed(rating, 1) }), changeWords(change)]),
      );
      return say("reveal_details", {
        letter: letterOf(revealed.position),
        facts: facts.reduce((before, next) => say("listed", { before, next })),
      });
    }),
  ];
}
