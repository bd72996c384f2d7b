import { letterOf } from "../format";
import type { HistoryEntry } from "../state";
import { Dialog } from "../ui/Dialog";
import { Name } from "../ui/Name";
import { clockTime, verdictText } from "./texts";
import { useSay } from "./words";

interface HistoryDialogProps {
  history: readonly HistoryEntry[];
  withdrawable: HistoryEntry | null;
  onWithdraw: () => void;
  onClose: () => void;
}

/** The votes of this tab, newest first. */
export function HistoryDialog({ history, withdrawable, onWithdraw, onClose }: HistoryDialogProps) {
  const say = useSay();
  return (
    <Dialog title={say("history_title")} onClose={onClose}>
      {history.length === 0 ? (
        <p class="dialog-note">{say("history_empty")}</p>
      ) : (
        <ol class="history" reversed>
          {[...history].reverse().map((entry) => (
            <li key={entry.vote} class={entry.withdrawn ? "history-withdrawn" : undefined}>
              <div>
                <strong>
                  {say("history_entry", {
                    number: entry.number,
                    verdict: verdictText(entry.verdict, entry.ranks),
                  })}
                </strong>
                {entry.withdrawn && <span class="badge">{say("withdrawn")}</span>}
                <span class="history-time">{clockTime(entry.savedAt)}</span>
              </div>
              <div class="history-names">
                {entry.names.map((name, index) => (
                  <span key={letterOf(index + 1)}>
                    <b>{letterOf(index + 1)}</b> <Name of={name} />
                  </span>
                ))}
              </div>
              {entry === withdrawable && (
                <button type="button" class="button button-small" onClick={onWithdraw}>
                  {say("withdraw_this")}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
