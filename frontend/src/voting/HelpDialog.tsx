import { KEY_HELP } from "../keys";
import { Dialog } from "../ui/Dialog";

interface HelpDialogProps {
  keysOn: boolean;
  onKeysOn: (on: boolean) => void;
  onClose: () => void;
}

export function HelpDialog({ keysOn, onKeysOn, onClose }: HelpDialogProps) {
  return (
    <Dialog title="How to vote" onClose={onClose}>
      <p class="dialog-note">
        Two responses to the same prompt stand side by side. Read both, then say which one you would rather
        have got. Who wrote them is shown once your vote is stored.
      </p>
      <label class="switch">
        <input type="checkbox" checked={keysOn} onChange={(event) => onKeysOn(event.currentTarget.checked)} />
        <span>Keyboard shortcuts</span>
      </label>
      <table class="keys">
        <caption class="hidden-text">Keyboard shortcuts</caption>
        <thead>
          <tr>
            <th scope="col">Keys</th>
            <th scope="col">What they do</th>
          </tr>
        </thead>
        <tbody>
          {KEY_HELP.map(({ keys, text }) => (
            <tr key={text}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="dialog-note">Keys rest while a text field has the focus or a window like this one is open.</p>
    </Dialog>
  );
}
