/** Reasons a voter may send along; they explain a verdict and never change it. */
export interface Comment {
  /** Reasons picked from the list. */
  chips: readonly string[];
  text: string;
}

export const NO_COMMENT: Comment = { chips: [], text: "" };

/** The comment as the one line that is stored; empty for none. */
export function commentText({ chips, text }: Comment): string {
  return [chips.join("; "), text.trim()].filter((part) => part !== "").join(" – ");
}
