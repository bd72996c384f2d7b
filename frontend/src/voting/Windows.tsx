import type { HistoryEntry, Session } from "../state";
import { CommentDialog, type Draft } from "./CommentDialog";
import { HelpDialog } from "./HelpDialog";
import { HistoryDialog } from "./HistoryDialog";
import { SkipDialog } from "./SkipDialog";

export type OpenWindow = "help" | "history" | "skip" | "comment" | null;

interface WindowsProps {
  open: OpenWindow;
  session: Session;
  history: readonly HistoryEntry[];
  keysOn: boolean;
  onKeysOn: (on: boolean) => void;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onClose: () => void;
}

/** The one dialog that is open, if any. */
export function Windows(props: WindowsProps) {
  const { open, session, onClose } = props;
  switch (open) {
    case "help":
      return <HelpDialog keysOn={props.keysOn} onKeysOn={props.onKeysOn} onClose={onClose} />;
    case "history":
      return (
        <HistoryDialog
          history={props.history}
          withdrawable={session.withdrawable}
          onWithdraw={() => void session.withdraw()}
          onClose={onClose}
        />
      );
    case "skip":
      return (
        <SkipDialog
          onClose={onClose}
          onSkip={(reason) => {
            onClose();
            void session.decide("skip", reason);
          }}
        />
      );
    case "comment":
      return <CommentDialog draft={props.draft} onChange={props.onDraft} onClose={onClose} />;
    default:
      return null;
  }
}
