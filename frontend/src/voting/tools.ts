/** The buttons above a battle, and what a battle has none of. */
import type { Battle } from "../api";
import type { Action } from "../keys";
import { attachmentsOf } from "./media";
import type { StudyFrame } from "./StudyFrame";
import type { Tool } from "./Toolbar";
import type { OpenWindow } from "./Windows";
import { say } from "./words";
import { STEP, type Zoom } from "./zoom";

export interface View {
  without: ReadonlySet<Action>;
  commented: boolean;
  /** Whether the study asks questions, which the comment's key then leads to. */
  asked: boolean;
  raw: boolean;
  wrap: boolean;
  zoom: Zoom | null;
}

export interface Doing {
  open: (window: OpenWindow) => void;
  toggleRaw: () => void;
  toggleWrap: () => void;
}

/** The buttons above a battle. */
export function toolsOf(
  { without, commented, asked, raw, wrap, zoom }: View,
  { open, toggleRaw, toggleWrap }: Doing,
): Tool[] {
  const opens = (window: Exclude<OpenWindow, null | "skip">, name = say(`tool_${window}`)): Tool => ({
    name,
    action: window,
    onClick: () => open(window),
  });
  const tools: Tool[] = [
    opens("guidelines"),
    { ...opens("comment", say(commented ? "tool_commented" : "tool_comment")), keyless: asked },
    opens("diff"),
    { name: say("tool_raw"), action: "raw", pressed: raw, onClick: toggleRaw },
    { name: say("tool_wrap"), action: "wrap", pressed: wrap, onClick: toggleWrap },
    { name: say("tool_zoom_in"), action: "zoom_in", onClick: () => zoom?.by(STEP) },
    { name: say("tool_zoom_out"), action: "zoom_out", onClick: () => zoom?.by(1 / STEP) },
    { name: say("tool_zoom_reset"), action: "zoom_reset", onClick: () => zoom?.reset() },
    opens("history"),
    opens("help"),
  ];
  return tools.filter(({ action }) => !without.has(action));
}

/** Actions of things that this battle does not have; their buttons and lines of help are left out. */
export function absent(battle: Battle | null, study: StudyFrame | null): ReadonlySet<Action> {
  const files = battle ? attachmentsOf(battle) : [];
  const images = files.some(({ kind }) => kind === "image");
  const texts = battle?.responses.filter(({ content }) => content.trim() !== "").length ?? 0;
  const none: Action[] = [];
  if (!study?.guidelines) {
    none.push("guidelines");
  }
  if (!images) {
    none.push("zoom_in", "zoom_out", "zoom_reset");
  }
  if (texts < 2) {
    none.push("diff", "raw", "wrap");
  }
  if (!battle?.study?.margin) {
    none.push("first_much", "second_much");
  }
  return new Set(none);
}
