import { useEffect } from "preact/hooks";

/** The title of the browser's window. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Arena`;
  }, [title]);
}
