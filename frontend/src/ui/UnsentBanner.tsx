import { verdictText } from "../format";
import type { SessionState } from "../state";

/** Says that a decision is kept in this browser until the server has it. */
export function UnsentBanner({ unsent, onRetry }: { unsent: SessionState["unsent"]; onRetry: () => void }) {
  if (unsent === null) {
    return null;
  }
  return (
    <section class="banner banner-unsent" role="alert" aria-label="Unsaved vote">
      <p>
        <strong>Not saved yet – retrying.</strong> Your decision ({verdictText(unsent.verdict)}) is kept in
        this browser and sent again by itself. {unsent.error.message}
      </p>
      <button type="button" class="button button-small" onClick={onRetry}>
        Retry now
      </button>
    </section>
  );
}
