import { clockTime, letterOf, verdictText } from "../format";
import type { HistoryEntry } from "../state";
import { Dialog } from "../ui/Dialog";

interface HistoryDialogProps {
  history: readonly HistoryEntry[];
  withdrawable: HistoryEntry | null;
  onWithdraw: () => void;
  onClose: () => void;
}

/** The votes of this tab, newest first. */
export function HistoryDialog({ history, withdrawable, onWithdraw, onClose }: HistoryDialogProps) {
  return (
    <Dialog title="Your votes in this session" onClose={onClose}>
      {history.length === 0 ? (
        <p class="dialog-note">No vote yet. Skipped battles are not listed.</p>
      ) : (
        <ol class="history" reversed>
          {[...history].reverse().map((entry) => (
            <li key={entry.vote} class={entry.withdrawn ? "history-withdrawn" : undefined}>
              <div>
                <strong>
                  Vote {entry.number}: {verdictText(entry.verdict)}
                </strong>
                {entry.withdrawn && <span class="badge">withdrawn</span>}
                <span class="history-time">{clockTime(entry.savedAt)}</span>
              </div>
              <div class="history-names">
                {entry.names.map((name, index) => (
                  <span key={letterOf(index + 1)}>
                    <b>{letterOf(index + 1)}</b> {name}
                  </span>
                ))}
              </div>
              {entry === withdrawable && (
                <button type="button" class="button button-small" onClick={onWithdraw}>
                  Withdraw this vote
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
