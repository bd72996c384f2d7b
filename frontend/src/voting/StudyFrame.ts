import type { Guidelines } from "./GuidelinesDialog";

/** What a study adds to the page. */
export interface StudyFrame {
  name: string;
  language: string | null;
  guidelines: Guidelines | null;
  /** Whether the guidelines have changed since this voter read them. */
  guidelinesChanged: boolean;
  onGuidelinesRead: () => void;
}
