/** Settings of a board have names in every language, and the rule of the win rate is the server's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import { settingName, winRateRule } from "../src/leaderboard/settings";

/** What the server's methods name, and their patterns. */
const NAMES =
  "ties position covariance regularise pair_weights style gradient_tolerance both_bad swap cluster seed preliminary_below few_votes_below win_rate k scale order bootstrap_kind bootstrap_interval resamples bootstrap_seed degenerate_share prior_mean prior_deviation beta draw_probability drift model margin start_rating start_deviation start_volatility tau period tolerance damping glicko_rating rating_deviation volatility loss_eigenvector rating_raw rank_raw rating_delta style_rms_length style_rms_headers filter_judge_kind filter_since filter_exclude_models".split(
    " ",
  );

afterEach(() => speak("en"));

describe("settings", () => {
  it.each(LANGUAGES)("have a name in %s", async (language) => {
    await load(["board", "leaderboard"], language);
    speak(language);
    expect(NAMES.map(settingName).filter((name) => name.includes("_"))).toEqual([]);
    if (language === "ar") {
      expect(NAMES.map(settingName).filter((name) => !/[\u0600-\u06ff]/.test(name))).toEqual([]);
    }
  });

  it("that this page does not know are shown as they came", () => {
    expect(settingName("odd_thing")).toBe("odd thing");
  });

  it("decide the rule of the win rate, in the server's own English", () => {
    const java = readFileSync(
      join(process.cwd(), "../arena-core/src/main/java/dev/arena/core/leaderboard/WinShare.java"),
      "utf8",
    );
    const rules = [
      winRateRule({ ties: "half", both_bad: "tie" }),
      winRateRule({ ties: "half", both_bad: "drop" }),
      winRateRule({ ties: "drop", both_bad: "tie" }),
    ];
    expect(new Set(rules).size).toBe(3);
    expect(rules.filter((rule) => !java.includes(`"${rule}"`))).toEqual([]);
  });
});
