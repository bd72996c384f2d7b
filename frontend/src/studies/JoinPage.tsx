import { useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go, Problem, useTitle } from "../board/bits";
import type { PageProps } from "../pages";
import { navigate } from "../router";
import { useSessions } from "../sessions";
import { type Joined, join } from "./api";
import { useSay } from "./words";
import "../styles/studies.css";

/** An invitation. Only the button accepts it: programs that look at links must not use it up. */
export function JoinPage({ params }: PageProps) {
  const say = useSay();
  const [error, setError] = useState<ApiError | null>(null);
  const [joined, setJoined] = useState<Joined | null>(null);
  const [busy, setBusy] = useState(false);
  const sessions = useSessions();
  useTitle(say("invitation"));
  const accept = async () => {
    if (busy) {
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const gift = await join(params.secret ?? "");
      sessions.forget();
      if (gift.study !== null && gift.role === "voter") {
        navigate(`/s/${encodeURIComponent(gift.study)}`, true);
        return;
      }
      // The secret leaves the address bar and the history of the browser.
      window.history.replaceState(null, "", gift.role === "voter" ? "/" : "/join/accepted");
      setJoined(gift);
    } catch (cause) {
      setError(asError(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main id="main" class="studies study-landing" tabIndex={-1}>
      <h1>{say("invitation_title")}</h1>
      {joined ? (
        <div role="status">
          <p>{say(joined.role === "voter" ? "joined_voter" : "joined_role", { role: joined.role })}</p>
          <p class="study-actions">
            {joined.role === "admin" && (
              <Go kind="button button-main" to="/admin">
                {say("to_admin")}
              </Go>
            )}
            <Go kind="button" to={joined.role === "voter" ? "/" : "/leaderboard"}>
              {say(joined.role === "voter" ? "to_vote" : "to_leaderboard")}
            </Go>
          </p>
        </div>
      ) : (
        <>
          <p>{say("invitation_text")}</p>
          <p>{say("invitation_stored")}</p>
          {error && <Problem error={error} />}
          <p class="study-actions">
            <button
              type="button"
              class="button button-main"
              aria-disabled={busy}
              onClick={() => void accept()}
            >
              {say(busy ? "joining" : "accept")}
            </button>
          </p>
        </>
      )}
    </main>
  );
}
