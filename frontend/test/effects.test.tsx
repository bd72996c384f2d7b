/** What the server calls groups of judges and features of style is said in the reader's language; names of judges never are. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Agreement, Effects } from "../src/board/api";
import { AgreementPlot, PositionPlot, StylePlot } from "../src/charts/effects";
import { LANGUAGES, speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import { draw } from "./drawn";

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  speak("en");
  vi.unstubAllGlobals();
});

const SOURCE = { file: "", text: "Arena" };
const ONE = { estimate: 0.1, lower: 0, upper: 0.2, points: 17 };

const position = (judge: string) => ({
  ...ONE,
  judge,
  first_probability: 0.52,
  first_lower: 0.5,
  first_upper: 0.54,
  votes: 80,
});

const EFFECTS: Effects = {
  level: 0.95,
  revision: 7,
  position: {
    method: "bradley-terry",
    note: null,
    effects: ["people", "chrf", "other"].map(position),
  },
  style: {
    method: "bradley-terry",
    note: null,
    effects: ["length", "headers", "lists", "bold"].map((name) => ({ ...ONE, name })),
  },
  lengths: [],
};

const NOTHING = { kappa: null, alpha: null, spearman: null, accuracy_decisive: null, note: null };
const same = (judge: string, reference: string) => ({
  ...NOTHING,
  judge,
  reference,
  items: 40,
  comparisons: 40,
  accuracy: { value: 0.7, lower: 0.6, upper: 0.8 },
});

const AGREEMENT: Agreement = {
  revision: 7,
  computing: false,
  level: 0.95,
  judges: [],
  comparisons: [same("people", "people"), same("chrf", "people"), same("other", "all")],
};

async function marks(plot: Parameters<typeof draw>[0]): Promise<string[]> {
  const host = await draw(plot);
  return [...host.querySelectorAll("[data-mark]")].map((one) => one.getAttribute("aria-label") ?? "");
}

it.each(LANGUAGES)("the plots of effects name groups and features in %s", async (language) => {
  await load(["charts", "board"], language);
  speak(language);
  const said = [
    ...(await marks(<PositionPlot effects={EFFECTS} source={SOURCE} />)),
    ...(await marks(<StylePlot effects={EFFECTS} source={SOURCE} />)),
    ...(await marks(<AgreementPlot agreement={AGREEMENT} source={SOURCE} />)),
  ];
  expect(said).toHaveLength(10);
  expect(said.join("\n")).toContain("chrf");
  // A judge may be called what a group of fitted effects is called.
  expect(said.at(-1)).toMatch(/other.*all/);
  const others = said.slice(0, -1).join("\n");
  if (language === "en") {
    expect(others).toMatch(/people.*other judges.*Headings.*Bold text/s);
  } else {
    expect(others).not.toMatch(/\b(people|other|Length|Headers|Headings|Lists|Bold)\b/);
  }
});

it("in German they are Menschen and andere Bewerter", async () => {
  await load(["charts", "board"], "de");
  speak("de");
  const pairs = await marks(<AgreementPlot agreement={AGREEMENT} source={SOURCE} />);
  expect(pairs[0]).toMatch(/^Menschen und Menschen, /);
  expect(pairs[1]).toMatch(/^chrf und Menschen, /);
  const judges = await marks(<PositionPlot effects={EFFECTS} source={SOURCE} />);
  expect(judges.map((judge) => judge.split(":")[0])).toEqual(["Menschen", "chrf", "andere Bewerter"]);
});
