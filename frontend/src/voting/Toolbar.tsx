import type { Progress } from "../api";
import { progressText } from "../format";
import { KeyHint } from "../ui/KeyHint";

export interface Tool {
  name: string;
  key: string;
  /** For a switch: whether it is on. */
  pressed?: boolean;
  onClick: () => void;
}

/** Progress on one side, the page's switches and windows on the other. */
export function Toolbar({
  progress,
  tools,
  keysOn,
}: {
  progress: Progress | null;
  tools: Tool[];
  keysOn: boolean;
}) {
  return (
    <div class="toolbar">
      {progress && (
        <div class="progress">
          <progress
            value={progress.voted}
            max={progress.voted + progress.remaining}
            aria-label="Battles voted on"
          />
          <span>{progressText(progress)}</span>
        </div>
      )}
      <div class="tools" role="toolbar" aria-label="View and help">
        {tools.map(({ name, key, pressed, onClick }) => (
          <button
            key={name}
            type="button"
            class="tool"
            aria-pressed={pressed}
            aria-keyshortcuts={keysOn ? key : undefined}
            onClick={onClick}
          >
            {name} <KeyHint show={keysOn}>{key}</KeyHint>
          </button>
        ))}
      </div>
    </div>
  );
}
