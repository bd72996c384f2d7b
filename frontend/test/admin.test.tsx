/** What an administrator's pages say of what the server answers. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../src/admin/bits";
import { Invites } from "../src/admin/Invites";
import { StudyPage } from "../src/admin/StudyPage";
import { ApiError } from "../src/api";
import { LANGUAGES, type Language, speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import { button, draw, press, serve, settled } from "./drawn";

afterEach(() => {
  speak("en");
  vi.unstubAllGlobals();
});

async function inLanguage(language: Language): Promise<void> {
  await load(["admin", "sentences", "voting"], language);
  speak(language);
}

const OTHERS = LANGUAGES.filter((language) => language !== "en");

describe("why the server refused", () => {
  it("is said whole in every language where the code says it all", async () => {
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      await inLanguage(language);
      const host = await draw(<Refusal error={new ApiError(409, "import_running", "Another import.")} />);
      expect(host.querySelector("[lang=en]")).toBeNull();
      said.add(host.textContent ?? "");
    }
    expect(said.size).toBe(LANGUAGES.length);
  });

  it("names the setting in the reader's language, and the rest in the server's words marked as English", async () => {
    const message = "settings: field 'voters.who' is 'friends'; allowed: anyone, invited.";
    const error = new ApiError(400, "invalid_value", message, { field: "voters.who", found: "friends" });
    for (const language of OTHERS) {
      await inLanguage(language);
      const host = await draw(<Refusal error={error} />);
      expect(host.querySelector("bdi")?.textContent).toContain("voters.who");
      expect(host.querySelector("p[lang=en][dir=ltr]")?.textContent).toBe(message);
    }
    speak("en");
    expect((await draw(<Refusal error={error} />)).textContent).toBe(`This could not be done. ${message}`);
  });

  it("is the server's own English where a code is new", async () => {
    await inLanguage("de");
    const host = await draw(<Refusal error={new ApiError(400, "of_tomorrow", "Not today.")} />);
    expect(host.querySelector("bdi[lang=en]")?.textContent).toBe("Not today.");
  });
});

describe("the page of a study", () => {
  const study = {
    key: "s",
    name: "Which?",
    state: "draft",
    version: 1,
    settings: { key: "s", name: "Which?" },
    versions: [],
    states: [],
    numbers: {},
    days: [],
    voters: [],
    coverage: [],
  };
  const warning = {
    code: "study_floor_names",
    params: { count: 3 },
    message: "The study never reveals names, but the open floor …",
  };
  const page = <StudyPage params={{ key: "s" }} />;

  it("says what should make its owner worry in every language", async () => {
    serve((path) => (path.endsWith("/invites") ? { invites: [] } : { ...study, warnings: [warning] }));
    const said = new Set<string>();
    for (const language of LANGUAGES) {
      await inLanguage(language);
      const list = (await draw(page)).querySelector(".study-warnings ul");
      expect(list?.textContent).toContain("3");
      expect(list?.querySelector("[lang=en]")).toBeNull();
      said.add(list?.textContent ?? "");
    }
    expect(said.size).toBe(LANGUAGES.length);
  });

  it("says its state after a colon as the language writes it", async () => {
    serve((path) => (path.endsWith("/invites") ? { invites: [] } : { ...study, warnings: [] }));
    await inLanguage("fr");
    expect((await draw(page)).querySelector(".study-state h2")?.textContent).toBe("État\u202f: ✎ Brouillon");
    await inLanguage("de");
    expect((await draw(page)).querySelector(".study-state h2")?.textContent).toMatch(/^\S+: \S/);
  });

  it("has no such list where all is well", async () => {
    serve((path) => (path.endsWith("/invites") ? { invites: [] } : { ...study, warnings: [] }));
    expect((await draw(page)).querySelector(".study-warnings")).toBeNull();
  });
});

describe("the end of a link and its roles", () => {
  const invite = { role: "analyst", label: "the lab", uses: 2, uses_max: null, expires_at: null };

  /** A server with one link; gives what it was asked to end. */
  function serveLink(link: { ended: boolean; roles: number }): unknown[] {
    const ends: unknown[] = [];
    const now = { ...link };
    vi.stubGlobal("fetch", async (path: string, request: { body: string }) => {
      if (!path.endsWith("/end")) {
        return new Response(JSON.stringify({ invites: [{ id: "3", ...invite, ...now }] }));
      }
      ends.push([path, JSON.parse(request.body)]);
      const count = JSON.parse(request.body).end_roles ? now.roles : 0;
      now.ended = true;
      now.roles -= count;
      return new Response(JSON.stringify({ id: "3", ended: true, roles_ended: count }));
    });
    return ends;
  }

  it("asks first with the number of people, then says how many roles ended, in every language", async () => {
    for (const language of LANGUAGES) {
      await inLanguage(language);
      const ends = serveLink({ ended: false, roles: 3 });
      const host = await draw(<Invites study={null} />);
      const both = host.querySelectorAll("td button");
      expect(both).toHaveLength(2);
      await press(both[1]);
      expect(ends).toEqual([]);
      expect(host.querySelector("td [role=status]")?.textContent).toMatch(/3|٣/);
      await press(host.querySelectorAll("td button")[1]);
      await settled();
      expect(ends).toEqual([["/api/admin/invites/3/end", { end_roles: true }]]);
      expect(host.querySelector("td button")).toBeNull();
      expect(host.querySelector(".invites > p[role=status]")?.textContent).toMatch(/3|٣/);
    }
  });

  it("leaves the roles where only the link ends, and offers to end them later", async () => {
    const ends = serveLink({ ended: false, roles: 1 });
    const host = await draw(<Invites study={null} />);
    await press(button(host, "End it"));
    await settled();
    expect(ends).toEqual([["/api/admin/invites/3/end", { end_roles: false }]]);
    await press(button(host, "End its roles"));
    expect(host.textContent).toContain("One person has a role by this link and loses it at once");
    await press(button(host, "Yes, end them now"));
    await settled();
    expect(ends[1]).toEqual(["/api/admin/invites/3/end", { end_roles: true }]);
    expect(host.textContent).toContain("One role ended.");
  });

  it("offers no end of roles where none stands", async () => {
    serveLink({ ended: false, roles: 0 });
    expect((await draw(<Invites study={null} />)).querySelectorAll("td button")).toHaveLength(1);
  });
});
