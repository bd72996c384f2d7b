import { useEffect, useRef, useState } from "preact/hooks";
import { hindrance, keyName, rebound } from "../keymap";
import { type Action, chordOf, DEFAULT_KEYS, type Keymap } from "../keys";
import { announce } from "../ui/announce";
import { useSay } from "./words";

interface KeyEditorProps {
  actions: readonly Action[];
  keymap: Keymap;
  onKeymap: (keymap: Keymap) => void;
  onDone: () => void;
}

/** Gives actions other keys: choose one, press the key. */
export function KeyEditor({ actions, keymap, onKeymap, onDone }: KeyEditorProps) {
  const say = useSay();
  const [waiting, setWaiting] = useState<Action | null>(null);
  const [problem, setProblem] = useState("");
  const list = useRef<HTMLUListElement>(null);
  // The button that led here is gone; the focus goes on with the first key.
  useEffect(() => list.current?.querySelector("button")?.focus(), []);

  const listen = (action: Action) => {
    setWaiting(action);
    setProblem("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (waiting === null || event.key === "Tab") {
      setWaiting(null);
      return;
    }
    const chord = chordOf(event);
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      setWaiting(null);
      return;
    }
    if (chord === null || event.repeat) {
      return;
    }
    const other = hindrance(keymap, waiting, chord);
    if (other !== null) {
      const key = keyName(chord);
      setProblem(
        other === "reserved"
          ? say("key_reserved", { key })
          : say("key_taken", { key, action: say(`key_${other}`) }),
      );
      return;
    }
    onKeymap(rebound(keymap, waiting, chord));
    announce(say("key_changed", { action: say(`key_${waiting}`), key: keyName(chord) }));
    setWaiting(null);
    setProblem("");
  };

  return (
    <>
      <p class="dialog-note">{say("keys_note")}</p>
      <p class="key-problem" role="alert">
        {problem}
      </p>
      <ul ref={list} class="key-list">
        {actions.map((action) => (
          <li key={action}>
            <span>{say(`key_${action}`)}</span>
            <button
              type="button"
              class="button button-small"
              aria-label={say("key_of", {
                action: say(`key_${action}`),
                keys: keymap[action].map(keyName).join(", "),
              })}
              aria-pressed={waiting === action}
              onClick={() => listen(action)}
              onKeyDown={waiting === action ? onKeyDown : undefined}
              onBlur={() => setWaiting(null)}
            >
              {waiting === action ? (
                say("press_key")
              ) : (
                <bdi dir="ltr">
                  {keymap[action].map((key) => (
                    <kbd key={key}>{keyName(key)}</kbd>
                  ))}
                </bdi>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => onKeymap(DEFAULT_KEYS)}>
          {say("keys_reset")}
        </button>
        <button type="button" class="button button-main" onClick={onDone}>
          {say("done")}
        </button>
      </div>
    </>
  );
}
