/** The settings of a study, as the administrator's form changes them. */
import { describe, expect, it } from "vitest";
import { keyOf, lines, minutesOf, names, read, write } from "../src/admin/fields";

describe("settings", () => {
  const settings = { name: "One", voters: { who: "anyone", quota: 40 } };

  it("are read by path", () => {
    expect(read(settings, "voters.quota")).toBe(40);
    expect(read(settings, "voters.daily")).toBeUndefined();
    expect(read(settings, "name.first")).toBeUndefined();
  });

  it("are changed in a copy, and what the form does not know stays", () => {
    const changed = write(settings, "voters.quota", 12);
    expect(changed).toEqual({ name: "One", voters: { who: "anyone", quota: 12 } });
    expect(settings.voters.quota).toBe(40);
  });

  it("lose an entry, and the group with its last one", () => {
    expect(write(settings, "voters.quota", undefined)).toEqual({ name: "One", voters: { who: "anyone" } });
    expect(write({ prompts: { limit: 3 } }, "prompts.limit", undefined)).toEqual({});
  });

  it("gain a group with its first entry", () => {
    expect(write({}, "gold.share", 0.1)).toEqual({ gold: { share: 0.1 } });
  });
});

describe("texts", () => {
  it("hold a name a line", () => {
    expect(names(" a \n\n b")).toEqual(["a", "b"]);
    expect(names(" \n")).toBeUndefined();
    expect(lines(["a", "b"])).toBe("a\nb");
    expect(lines("all")).toBe("");
  });

  it("of durations are whole minutes", () => {
    expect([
      minutesOf("PT30M"),
      minutesOf("PT2H"),
      minutesOf("PT1H5M"),
      minutesOf("P1D"),
      minutesOf("PT"),
    ]).toEqual([30, 120, 65, null, null]);
  });

  it("of names make keys", () => {
    expect(keyOf("  Which résumé is better? ")).toBe("which-resume-is-better");
  });
});
