import { useEffect } from "preact/hooks";
import { visible } from "../i18n/names";

/** The title of the browser's window. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${visible(title)} · Arena`;
  }, [title]);
}
