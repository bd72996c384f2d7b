/** Pages drawn with a server's answers. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { QuestionsEditor } from "../src/admin/QuestionsEditor";
import { ApiError } from "../src/api";
import { Problem } from "../src/board/bits";
import { BattlesPage } from "../src/explorer/BattlesPage";
import { ContestantPage } from "../src/explorer/ContestantPage";
import { speak } from "../src/i18n/language";
import { area, number, numberFormat } from "../src/i18n/messages";
import { navigate } from "../src/router";
import { Sessions, SessionsContext } from "../src/sessions";
import { MePage } from "../src/studies/MePage";
import { SiteHeader } from "../src/ui/SiteHeader";
import { MeContext, meChanged, useAskedMe, useMe } from "../src/ui/site";
import { browserWorld } from "../src/world";
import { button, draw, press, serve, settled } from "./drawn";

beforeEach(() => navigate("/", true));

afterEach(() => {
  speak("en");
  vi.unstubAllGlobals();
});

describe("the list of battles", () => {
  const filters = { contestants: [], categories: [], languages: [], judges: [], judge_kinds: [] };
  const battle = (id: string) => ({
    id,
    prompt_key: id,
    prompt: `Prompt ${id}`,
    category: null,
    language: null,
    contestants: ["m", "n"],
    verdicts: 1,
    judges: 1,
    outcomes: [],
    abstentions: 0,
    disagreement: null,
    upset: null,
    last_at: null,
  });

  it("goes on after the battles that are shown, not after those of the filters before", async () => {
    let release: () => void = () => undefined;
    const asked = serve(async (path) => {
      const query = new URL(path, "http://arena").searchParams;
      const [of, after] = [query.get("category") ?? "all", query.get("after")];
      if (of === "maths" && after === null) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      const id = `${of}-${after ?? "first"}`;
      return { battles: [battle(id)], next: `after-${id}`, total: null, filters };
    });
    navigate("/battles", true);
    const host = await draw(<BattlesPage />);
    await press(button(host, "More"));
    await act(() => navigate("/battles?category=maths"));
    await settled();
    // The battles of the filters before are still there: nothing goes on after them.
    const before = asked.length;
    await press(button(host, "More"));
    expect(asked.length).toBe(before);
    release();
    await settled();
    expect(host.textContent).toContain("Prompt maths-first");
    expect(host.textContent).not.toContain("Prompt all-");
    await press(button(host, "More"));
    expect(asked.at(-1)).toBe("/api/battles?category=maths&after=after-maths-first");
    expect(host.querySelectorAll(".battle-list > li")).toHaveLength(2);
  });
});

describe("the page of a contestant", () => {
  it("says that a bound is unknown, and never that it is nought", async () => {
    serve(() => ({
      model_name: "m",
      facts: {},
      retired: false,
      responses: 1,
      revision: 1,
      level: 0.95,
      overall: null,
      categories: [],
      languages: [],
      difference_level: null,
      best: [],
      worst: [],
      failed_prompts: [],
      by_length: [],
      self_preference: { judge: "j", family: "f", matchups: 9, excess: 0.12, lower: null, upper: 0.2 },
    }));
    const host = await draw(<ContestantPage params={{ name: "m" }} />);
    expect(host.querySelector(".banner")?.textContent).toContain("– … +20");
    expect(host.textContent).not.toContain("±0");
  });
});

describe("the questions of a study", () => {
  it("have ids of their own, and keep what belongs to them when one before is removed", async () => {
    let current: { id: string }[] = [];
    function Editor() {
      const [value, setValue] = useState<unknown>(
        ["q1", "q2"].map((id) => ({ id, text: "", type: "choice", options: [{ value: id, text: id }] })),
      );
      current = (value ?? []) as { id: string }[];
      return <QuestionsEditor value={value} onChange={setValue} />;
    }
    const host = await draw(<Editor />);
    await press(button(host, "Remove question 1"));
    expect([...host.querySelectorAll("textarea")].map((area) => area.value)).toEqual(["q2: q2"]);
    await press(button(host, "Add a question"));
    await press(button(host, "Add a question"));
    expect(current.map(({ id }) => id)).toEqual(["q2", "q1", "q3"]);
  });
});

describe("the visitor", () => {
  const me = (floor: boolean) => ({ voter: true, roles: [], floor, battles_page: false });

  function Visitor({ children }: { children: ComponentChildren }) {
    return <MeContext.Provider value={useAskedMe()}>{children}</MeContext.Provider>;
  }

  function Frame() {
    return (
      <Visitor>
        <SiteHeader path="/studies" />
        <Floor />
        <Floor />
      </Visitor>
    );
  }

  function Floor() {
    return <output>{String(useMe()?.floor)}</output>;
  }

  const links = (host: Element) =>
    [...host.querySelectorAll("nav a")].map((link) => link.getAttribute("href"));

  it("is asked for once for the whole page, and again when roles have changed", async () => {
    let floor = true;
    const asked = serve(() => me(floor));
    const host = await draw(<Frame />);
    expect(asked).toEqual(["/api/me"]);
    expect(links(host)).toContain("/");
    floor = false;
    await act(meChanged);
    await settled();
    expect(asked).toHaveLength(2);
    expect([...host.querySelectorAll("output")].map((one) => one.textContent)).toEqual(["false", "false"]);
  });

  it("is asked for again on their own page, where a first vote or another tab may have changed the answer", async () => {
    let role = "voter";
    const asked = serve((path) =>
      path === "/api/me"
        ? { ...me(true), roles: [{ role, study: null }] }
        : path === "/api/me/leaderboard"
          ? { counted: 0, needed: 20, missing: 20, hidden: 0, most: 20000, cut: false, board: null }
          : { votes: [], next: null },
    );
    const sessions = new Sessions(browserWorld());
    const page = (path: string) => (
      <SessionsContext.Provider value={sessions}>
        <Visitor>{path === "/me" ? <MePage /> : <Floor />}</Visitor>
      </SessionsContext.Provider>
    );
    const host = await draw(page("/"));
    role = "analyst";
    await draw(page("/me"), host);
    expect(asked.filter((path) => path === "/api/me")).toHaveLength(2);
    expect(host.textContent).toContain("Analyst");
  });

  it("is not led to a floor that is closed", async () => {
    serve(() => me(false));
    const host = await draw(<Frame />);
    expect(links(host)).toEqual(["/studies", "/leaderboard", "/plots"]);
    expect(host.querySelector(".wordmark")?.getAttribute("href")).toBe("/studies");
  });
});

describe("an error", () => {
  it("is told in the reader's language, or marked as English", async () => {
    speak("de");
    const host = await draw(<Problem what="Oh." error={new ApiError(400, "odd", "Something odd.")} />);
    expect(host.querySelector("[lang=en]")?.textContent).toBe("Something odd.");
    const known = await draw(<Problem error={new ApiError(0, "unreachable", "The server …")} />);
    expect(known.querySelector("[lang]")).toBeNull();
    expect(known.querySelector("[role=alert]")?.textContent?.trim()).not.toBe("The server …");
  });
});

describe("sentences", () => {
  it("that are here already are drawn once", async () => {
    const { useSay } = area("test", { hello: "Hello" });
    let drawn = 0;
    function Greeting() {
      drawn += 1;
      return <p>{useSay()("hello")}</p>;
    }
    const host = await draw(<Greeting />);
    expect([host.textContent, drawn]).toEqual(["Hello", 1]);
    await act(() => speak("de"));
    expect(drawn).toBe(2);
  });

  it("write numbers with one set of digits, made ready once a language", () => {
    speak("ar");
    expect(number(1234)).toMatch(/^1.234$/);
    const made = numberFormat();
    speak("de");
    expect([number(1234), number(1.5)]).toEqual(["1.234", "1,5"]);
    expect(numberFormat()).not.toBe(made);
    speak("ar");
    expect(numberFormat()).toBe(made);
  });
});
