import { type Reason, sentences } from "./sentence";
import { useSay } from "./words";

interface SaidProps {
  /** The server's English, said where a code is not known. */
  message: string;
  reasons: readonly Reason[] | undefined;
}

/** What the server says, in the reader's language where the page knows how. */
export function Said({ message, reasons }: SaidProps) {
  // Draws again when the language changes.
  useSay();
  const said = sentences(reasons);
  return said === null ? (
    <bdi lang="en" dir="ltr">
      {message}
    </bdi>
  ) : (
    <span>{said}</span>
  );
}
