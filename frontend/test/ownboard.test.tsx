/** A voter's own leaderboard, drawn with a server's answers. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Board, BoardRow } from "../src/board/api";
import { speak } from "../src/i18n/language";
import type { OwnBoard as Answer } from "../src/studies/api";
import { OwnBoard } from "../src/studies/OwnBoard";
import { button, draw, press, serve } from "./drawn";

afterEach(() => {
  speak("en");
  vi.unstubAllGlobals();
});

const NONE_YET: Answer = {
  counted: 0,
  needed: 20,
  missing: 20,
  hidden: 0,
  most: 20000,
  cut: false,
  board: null,
};

const row = (model_name: string, rank: number, rating: number): BoardRow => ({
  rank,
  rank_lower: 1,
  rank_upper: 2,
  model_name,
  rating,
  rating_lower: rating - 90,
  rating_upper: rating + 90,
  vote_count: 23,
  wins: 11,
  losses: 7,
  ties: 3,
  both_bad: 2,
  status: "ok",
  few_votes: true,
  win_rate: 0.6,
});

const BOARD: Board = {
  method: "bradley-terry",
  settings: { few_votes_below: "100" },
  scale: null,
  level: 0.95,
  ci_method: "sandwich",
  rank_method: "difference",
  vote_count: 23,
  excluded: { skipped: 4, withdrawn: 0 },
  diagnostics: { status: "converged" },
  effects: [],
  leaderboard: [row("tersk", 1, 1040), row("meandra", 2, 960)],
  warnings: [{ code: "w", message: "Something to know." }],
  filters: {} as Board["filters"],
  simulated: false,
  revision: 23,
};

async function drawn(answer: Partial<Answer>): Promise<HTMLElement> {
  serve((path) => {
    expect(path).toBe("/api/me/leaderboard");
    return { ...NONE_YET, ...answer };
  });
  return draw(<OwnBoard />);
}

describe("a voter's own leaderboard", () => {
  it("says how many votes are missing, and is no table", async () => {
    const host = await drawn({ counted: 12, missing: 8 });
    expect(host.querySelector("h2")?.textContent).toBe("Your leaderboard");
    expect(host.textContent).toContain("8 more votes until your own leaderboard");
    expect(host.textContent).toContain("12 of 20");
    expect(host.querySelector("table")).toBeNull();
    expect(host.textContent).not.toContain("not counted");
  });

  it("says it of one vote", async () => {
    const host = await drawn({ counted: 19, missing: 1 });
    expect(host.textContent).toContain("1 more vote until your own leaderboard");
  });

  it("is an empty state for whoever never voted", async () => {
    const host = await drawn({});
    expect(host.textContent).toContain("20 more votes until your own leaderboard");
    expect(host.querySelector("progress")).toBeNull();
  });

  it("is a sentence where no names are shown, and names nobody", async () => {
    const host = await drawn({ hidden: 31 });
    expect(host.textContent).toContain("only where it is not shown who wrote what");
    expect(host.querySelector("table")).toBeNull();
  });

  it("shows rank range, rating with interval and level, results and votes, and what it is made of", async () => {
    const host = await drawn({ counted: 23, missing: 0, hidden: 1, cut: true, board: BOARD });
    const first = host.querySelector("tbody tr");
    expect(first?.querySelector(".cell-rank")?.textContent).toBe("1 (1–2)");
    expect(first?.querySelector(".cell-rating")?.textContent).toContain("1040");
    expect(first?.querySelector(".cell-count")?.textContent).toBe("23");
    const numbers = [...(first?.querySelectorAll(".results-numbers dd") ?? [])];
    expect(numbers.map((one) => one.textContent)).toEqual(["11", "3", "2", "7"]);
    expect(host.querySelector("caption")?.textContent).toContain("95");
    expect(host.textContent).toContain("1 vote is not counted");
    expect(host.textContent).toContain("Only your newest 20,000 votes are counted.");
    expect(host.textContent).toContain("Something to know.");
    expect(host.textContent).not.toContain("more votes until");
  });

  it("is put in another order without asking again", async () => {
    const host = await drawn({ counted: 23, missing: 0, board: BOARD });
    await press(button(host, "Model"));
    const names = [...host.querySelectorAll("tbody th")].map((one) => one.textContent);
    expect(names[0]).toContain("meandra");
    expect(names[1]).toContain("tersk");
  });

  it("says why it cannot be read", async () => {
    vi.stubGlobal("fetch", async () => {
      const body = {
        status: 503,
        code: "store_unavailable",
        message: "The database does not answer.",
        details: {},
      };
      return new Response(JSON.stringify(body), { status: 503 });
    });
    const host = await draw(<OwnBoard />);
    expect(host.querySelector("[role=alert]")).not.toBeNull();
    expect(host.querySelector("table")).toBeNull();
  });
});
