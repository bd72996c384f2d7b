import type { Progress } from "../api";
import { hintOf, shortcutsOf } from "../keymap";
import type { Action, Keymap } from "../keys";
import { KeyHint } from "../ui/KeyHint";
import { progressText } from "./texts";
import { useSay } from "./words";

export interface Tool {
  name: string;
  /** What its key does. */
  action: Action;
  /** Its key does something else here. */
  keyless?: boolean;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  onClick: () => void;
}

interface ToolbarProps {
  /** The study's name; null on the open floor. */
  study: string | null;
  progress: Progress | null;
  tools: readonly Tool[];
  keys: Keymap | null;
}

/** Progress on one side, the page's switches and windows on the other. */
export function Toolbar({ study, progress, tools, keys }: ToolbarProps) {
  const say = useSay();
  return (
    <div class="toolbar">
      <div class="progress">
        {study !== null && (
          <span class="progress-study" dir="auto">
            {study}
          </span>
        )}
        {progress && (
          <>
            <progress
              value={progress.voted}
              max={progress.wanted ?? progress.voted + progress.remaining}
              aria-label={say("progress")}
            />
            <span>{progressText(progress)}</span>
          </>
        )}
      </div>
      <div class="tools" role="toolbar" aria-label={say("tools")}>
        {tools.map(({ name, action, keyless, pressed, onClick }) => (
          <button
            key={action}
            type="button"
            class="tool"
            aria-pressed={pressed}
            aria-keyshortcuts={shortcutsOf(keyless ? null : keys, action)}
            onClick={onClick}
          >
            {name} <KeyHint>{hintOf(keyless ? null : keys, action)}</KeyHint>
          </button>
        ))}
      </div>
    </div>
  );
}
