/** What screen readers are told without the focus moving; the frame of the page has the one live region for it. */
import { useEffect, useState } from "preact/hooks";

const SAID = "arena:said";

/** Has a sentence read aloud. */
export function announce(sentence: string): void {
  window.dispatchEvent(new CustomEvent<string>(SAID, { detail: sentence }));
}

/** The sentence that was announced last. The same one twice differs by a space, so that it is read twice. */
export function useAnnounced(): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const update = (event: Event) => {
      const { detail } = event as CustomEvent<string>;
      setSaid((before) => (before === detail && detail !== "" ? `${detail}\u00a0` : detail));
    };
    window.addEventListener(SAID, update);
    return () => window.removeEventListener(SAID, update);
  }, []);
  return said;
}
