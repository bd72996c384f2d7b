/** Names of settings in the reader's language; their values are the server's. */
import { effectName } from "../board/names";
import { words } from "../format";
import { say } from "./words";

const STYLE = "style_rms_";
const FILTER = "filter_";

/** What a setting of a board is called. One that this page does not know is shown as it came. */
export function settingName(name: string): string {
  return (
    known(`setting_${name}`) ??
    (name.startsWith(STYLE)
      ? say("setting_style_rms", { feature: effectName(name.slice(STYLE.length)) })
      : (filterName(name) ?? words(name, false)))
  );
}

function filterName(name: string): string | null {
  const what = name.startsWith(FILTER) ? (known(name) ?? known(name.slice(FILTER.length))) : null;
  return what === null ? null : say("setting_filter", { what });
}

function known(key: string): string | null {
  const found = say(key as Parameters<typeof say>[0]);
  return found === key ? null : found;
}

/** How the win rate counts ties and both-bads; as the server's `WinShare` decides it. */
export function winRateRule(settings: Readonly<Record<string, unknown>>): string {
  if (settings.ties === "drop") {
    return say("rule_wins");
  }
  return say(settings.both_bad === "tie" ? "rule_both_bad" : "rule_ties");
}
