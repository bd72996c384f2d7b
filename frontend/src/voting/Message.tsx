import type { Phase } from "../state";
import { VoteBar } from "./VoteBar";

interface MessageProps {
  phase: Phase;
  keysOn: boolean;
  onRetry: () => void;
}

function ignore(): void {}

/** What stands in place of a battle while there is none. */
export function Message({ phase, keysOn, onRetry }: MessageProps) {
  if (phase.kind === "finished") {
    return (
      <div class="message" role="status">
        <h2>You have voted on everything there is</h2>
        <p>Thank you. New battles appear here when more responses are loaded.</p>
        <p class="message-actions">
          <a class="button button-main" href="/leaderboard">
            See the leaderboard
          </a>
          <button type="button" class="button" onClick={onRetry}>
            Look again
          </button>
        </p>
      </div>
    );
  }
  if (phase.kind === "failed") {
    return (
      <div class="message" role="alert">
        <h2>No battle could be opened</h2>
        <p>{phase.error.message}</p>
        <p class="message-actions">
          <button type="button" class="button button-main" onClick={onRetry}>
            Try again
          </button>
        </p>
      </div>
    );
  }
  return (
    <>
      <div class="panes panes-loading" aria-busy="true">
        <p class="hidden-text">Opening a battle…</p>
        <div class="pane" />
        <div class="pane" />
      </div>
      <VoteBar sending={null} ready={false} pair keysOn={keysOn} onVerdict={ignore} onSkip={ignore} />
    </>
  );
}
