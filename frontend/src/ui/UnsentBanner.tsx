import type { Unsent } from "../outbox";
import { verdictText } from "../voting/texts";
import { useSay } from "../voting/words";
import { ErrorText } from "./ErrorText";

/** Says that a decision is kept in this browser until the server has it. */
export function UnsentBanner({ unsent, onRetry }: { unsent: Unsent | null; onRetry: () => void }) {
  const say = useSay();
  if (unsent === null) {
    return null;
  }
  return (
    <section class="banner banner-unsent" role="alert" aria-label={say("unsent")}>
      <p>
        <strong>{say("unsent_title")}</strong>{" "}
        {say("unsent_text", { verdict: verdictText(unsent.verdict, unsent.ranks) })}{" "}
        <ErrorText error={unsent.error} />
      </p>
      <button type="button" class="button button-small" onClick={onRetry}>
        {say("retry_now")}
      </button>
    </section>
  );
}
