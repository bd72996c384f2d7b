import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Action, Keymap, Scope } from "../keys";
import type { HistoryEntry, Session } from "../state";
import { CommentDialog } from "./CommentDialog";
import type { Comment } from "./comment";
import type { DiffDialog } from "./DiffDialog";
import { GuidelinesDialog } from "./GuidelinesDialog";
import { HelpDialog } from "./HelpDialog";
import { HistoryDialog } from "./HistoryDialog";
import { SkipDialog } from "./SkipDialog";
import type { StudyFrame } from "./StudyFrame";
import type { RenderedBattle } from "./useRendered";

export type OpenWindow = "help" | "history" | "skip" | "comment" | "guidelines" | "diff" | null;

interface WindowsProps {
  open: OpenWindow;
  session: Session;
  history: readonly HistoryEntry[];
  comment: Comment;
  rendered: RenderedBattle | null;
  /** The response the voter is at. */
  current: number;
  scope: Scope;
  without: ReadonlySet<Action>;
  keysOn: boolean;
  keymap: Keymap;
  onKeysOn: (on: boolean) => void;
  onKeymap: (keymap: Keymap) => void;
  study: StudyFrame | null;
  onClose: () => void;
}

/** The one dialog that is open, if any. */
export function Windows(props: WindowsProps) {
  const { open, session, comment, onClose } = props;
  switch (open) {
    case "help":
      return (
        <HelpDialog
          scope={props.scope}
          without={props.without}
          keysOn={props.keysOn}
          keymap={props.keymap}
          onKeysOn={props.onKeysOn}
          onKeymap={props.onKeymap}
          onClose={onClose}
        />
      );
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
            void session.decide("skip", { reason });
          }}
        />
      );
    case "comment":
      return <CommentDialog {...{ comment, onClose }} onChange={(next) => session.setComment(next)} />;
    case "guidelines":
      return props.study?.guidelines ? (
        <GuidelinesDialog
          guidelines={props.study.guidelines}
          language={props.study.language}
          changed={props.study.guidelinesChanged}
          onClose={onClose}
        />
      ) : null;
    case "diff":
      return props.rendered ? (
        <LazyDiff rendered={props.rendered} first={props.current} onClose={onClose} />
      ) : null;
    default:
      return null;
  }
}

type DiffProps = Parameters<typeof DiffDialog>[0];

/** Code for comparing texts is fetched by those who ask for it. */
function LazyDiff(props: DiffProps) {
  const [loaded, setLoaded] = useState<{ Dialog: ComponentType<DiffProps> } | null>(null);
  useEffect(() => {
    import("./DiffDialog").then((module) => setLoaded({ Dialog: module.DiffDialog }), props.onClose);
  }, []);
  return loaded ? <loaded.Dialog {...props} /> : null;
}
