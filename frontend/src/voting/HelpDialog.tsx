import { useState } from "preact/hooks";
import { keyName } from "../keymap";
import { ACTIONS, type Action, inScope, type Keymap, type Scope } from "../keys";
import { Dialog } from "../ui/Dialog";
import { KeyEditor } from "./KeyEditor";
import { useSay } from "./words";

interface HelpDialogProps {
  scope: Scope;
  /** Actions of things that this battle does not have. */
  without: ReadonlySet<Action>;
  keysOn: boolean;
  keymap: Keymap;
  onKeysOn: (on: boolean) => void;
  onKeymap: (keymap: Keymap) => void;
  onClose: () => void;
}

export function HelpDialog({ scope, without, keysOn, keymap, onKeysOn, onKeymap, onClose }: HelpDialogProps) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const rows = ACTIONS.filter((action) => inScope(action, scope) && !without.has(action));
  return (
    <Dialog title={say(editing ? "keys_title" : "help_title")} onClose={onClose}>
      {!editing && <p class="dialog-note">{say(scope === "pair" ? "help_pair" : "help_rank")}</p>}
      <label class="switch">
        <input type="checkbox" checked={keysOn} onChange={(event) => onKeysOn(event.currentTarget.checked)} />
        <span>{say("shortcuts")}</span>
      </label>
      {editing ? (
        <KeyEditor actions={rows} keymap={keymap} onKeymap={onKeymap} onDone={() => setEditing(false)} />
      ) : (
        <>
          <KeyTable scope={scope} rows={rows} keymap={keymap} />
          <p class="dialog-note">{say("keys_rest")}</p>
          <div class="dialog-actions">
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {say("keys_change")}
            </button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function KeyTable({ scope, rows, keymap }: { scope: Scope; rows: readonly Action[]; keymap: Keymap }) {
  const say = useSay();
  return (
    <table class="keys">
      <caption class="hidden-text">{say("shortcuts")}</caption>
      <thead>
        <tr>
          <th scope="col">{say("keys_column")}</th>
          <th scope="col">{say("keys_action")}</th>
        </tr>
      </thead>
      <tbody>
        {scope === "rank" && (
          <>
            <Row keys={["1", "…", "8"]} text={say("key_rank")} />
            <Row keys={["⇧ 1", "…", "⇧ 8"]} text={say("key_only")} />
          </>
        )}
        {rows
          .filter((action) => keymap[action].length > 0)
          .map((action) => (
            <Row key={action} keys={keymap[action].map(keyName)} text={say(`key_${action}`)} />
          ))}
      </tbody>
    </table>
  );
}

function Row({ keys, text }: { keys: readonly string[]; text: string }) {
  return (
    <tr>
      <td dir="ltr">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </td>
      <td>{text}</td>
    </tr>
  );
}
