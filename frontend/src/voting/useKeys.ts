import { useEffect, useRef } from "preact/hooks";
import { type Action, actionOf } from "../keys";
import { anyDialogOpen } from "../ui/Dialog";

/** Calls `act` for each key that means something; `act` answers whether the key was used. */
export function useKeys(on: boolean, act: (action: Action) => boolean): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!on) {
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || anyDialogOpen()) {
        return;
      }
      const action = actionOf(event);
      if (action && latest.current(action)) {
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [on]);
}
