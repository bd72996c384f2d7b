import { useEffect, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go, Problem, useTitle } from "../board/bits";
import { language } from "../i18n/language";
import { useSessions } from "../sessions";
import { announce } from "../ui/announce";
import { meChanged, useMe } from "../ui/site";
import { claimCode, endRoles, makeCode } from "./api";
import { OwnBoard } from "./OwnBoard";
import { OwnVotes } from "./OwnVotes";
import { useSay } from "./words";
import "../styles/studies.css";

/** Going on on another device: make a code on the one, enter it on the other. */
export function MePage() {
  const say = useSay();
  useTitle(say("me_title"));
  // A first vote, or another tab, may have changed what is known of this visitor.
  useEffect(meChanged, []);
  return (
    <main id="main" class="studies" tabIndex={-1}>
      <h1>{say("me_title")}</h1>
      <p class="studies-note">{say("me_text")}</p>
      <div class="me-parts">
        <MakeCode />
        <EnterCode />
      </div>
      <Roles />
      <OwnBoard />
      <OwnVotes />
      <OwnData />
    </main>
  );
}

function MakeCode() {
  const say = useSay();
  const [made, setMade] = useState<{ code: string; expires_at: string } | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const make = async () => {
    setError(null);
    try {
      const code = await makeCode();
      setMade(code);
      announce(say("code_read", { code: [...code.code].join(" ") }));
    } catch (cause) {
      setError(asError(cause));
    }
  };
  return (
    <section class="me-part" aria-labelledby="make-code">
      <h2 id="make-code">{say("make_title")}</h2>
      <p>{say("make_text")}</p>
      {made && (
        <p class="me-code">
          <code dir="ltr">{made.code}</code>
          <span>{say("code_until", { time: timeOf(made.expires_at) })}</span>
        </p>
      )}
      {error && <Problem error={error} />}
      <button type="button" class="button button-main" onClick={() => void make()}>
        {say(made ? "make_another" : "make_code")}
      </button>
    </section>
  );
}

function EnterCode() {
  const say = useSay();
  const [code, setCode] = useState("");
  const [error, setError] = useState<ApiError | null>(null);
  const [unsettled, setUnsettled] = useState(false);
  const [claimed, setClaimed] = useState(false);
  const sessions = useSessions();
  const enter = async () => {
    setError(null);
    // What is not saved yet belongs to the voter that this browser still is.
    const settled = await sessions.outbox.settle();
    setUnsettled(!settled);
    if (!settled) {
      return;
    }
    try {
      await claimCode(code.trim());
      sessions.forget();
      setClaimed(true);
    } catch (cause) {
      setError(asError(cause));
    }
  };
  return (
    <section class="me-part" aria-labelledby="enter-code">
      <h2 id="enter-code">{say("enter_title")}</h2>
      <p>{say("enter_text")}</p>
      {claimed ? (
        <p role="status">
          <strong>{say("claimed")}</strong> <Go to="/studies">{say("studies")}</Go>
        </p>
      ) : (
        <form
          class="me-form"
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <label class="me-field">
            {say("code")}
            <input
              type="text"
              dir="ltr"
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              required
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </label>
          {unsettled && (
            <p class="banner banner-error" role="alert">
              {say("votes_unsaved")}
            </p>
          )}
          {error && <Problem error={error} />}
          <button type="submit" class="button">
            {say("go_on")}
          </button>
        </form>
      )}
    </section>
  );
}

/** Roles that show names, and a way to give them up, since who sees names does not vote blind. */
function Roles() {
  const say = useSay();
  const me = useMe();
  const sessions = useSessions();
  const [error, setError] = useState<ApiError | null>(null);
  const above = (me?.roles ?? []).filter(({ role }) => role !== "voter");
  if (above.length === 0) {
    return null;
  }
  const end = () => {
    endRoles().then(
      () => sessions.forget(),
      (cause) => setError(asError(cause)),
    );
  };
  return (
    <section class="me-part" aria-labelledby="roles">
      <h2 id="roles">{say("roles")}</h2>
      <ul>
        {above.map(({ role, study }) => (
          <li key={`${role} ${study ?? ""}`}>
            {say(`role_${role as "admin"}`)}{" "}
            {study !== null && <Go to={`/s/${encodeURIComponent(study)}`}>{study}</Go>}
          </li>
        ))}
      </ul>
      <p>{say("roles_text")}</p>
      {error && <Problem error={error} />}
      <button type="button" class="button" onClick={end}>
        {say("give_up_role")}
      </button>
    </section>
  );
}

/** Everything stored on this voter, to keep. */
function OwnData() {
  const say = useSay();
  const me = useMe();
  return me?.voter ? (
    <section class="me-part" aria-labelledby="own-data">
      <h2 id="own-data">{say("own_data")}</h2>
      <p>{say("own_data_text")}</p>
      <a class="button" href="/api/me/data" download="arena-my-data.json">
        {say("own_data_download")}
      </a>
    </section>
  ) : null;
}

function timeOf(instant: string): string {
  return new Date(instant).toLocaleString(language(), { dateStyle: "short", timeStyle: "short" });
}
