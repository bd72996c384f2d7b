import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go, Problem, useTitle } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import type { PageProps } from "../pages";
import { useSessions } from "../sessions";
import { useSession } from "../ui/useSession";
import { GuidelinesText } from "../voting/GuidelinesDialog";
import { VotingPage } from "../voting/VotingPage";
import { useSay as useSayVoting } from "../voting/words";
import { available } from "../world";
import { endRoles, readStudy, type StudyDetails } from "./api";
import { StudyProgress } from "./StudiesPage";
import { useSay } from "./words";
import "../styles/studies.css";

/** A study: first what it is about and a button that begins, then its battles. */
export function StudyPage({ params }: PageProps) {
  const key = params.key ?? "";
  return <Study key={key} name={key} />;
}

function Study({ name: key }: { name: string }) {
  const say = useSay();
  const { value, error, reload } = useLoaded(() => readStudy(key), [key]);
  const [begun, setBegun] = useState(() => hasBegun(key));
  const pressed = useRef(false);
  // The button that began is gone: the page takes the focus, and the first battle takes it over.
  useLayoutEffect(() => {
    if (pressed.current && begun) {
      document.getElementById("main")?.focus({ preventScroll: true });
      globalThis.scrollTo(0, 0);
    }
  }, [begun]);
  if (value === null) {
    return (
      <main id="main" class="studies" tabIndex={-1}>
        <h1>{say("study")}</h1>
        {error ? (
          <Problem error={error}>
            <button type="button" class="button" onClick={reload}>
              {say("try_again")}
            </button>
          </Problem>
        ) : (
          <p>{say("loading")}</p>
        )}
      </main>
    );
  }
  const begin = () => {
    pressed.current = true;
    markBegun(key);
    markRead(key, value.guidelines?.version ?? 0);
    setBegun(true);
  };
  return begun && (value.may_vote === "yes" || value.may_vote === "done") ? (
    <Voting key={key} study={value} onChanged={reload} />
  ) : (
    <Landing study={value} onBegin={begin} onChanged={reload} />
  );
}

/** What the study is about, how far this voter is, and what is asked before the first battle. */
function Landing({
  study,
  onBegin,
  onChanged,
}: {
  study: StudyDetails;
  onBegin: () => void;
  onChanged: () => void;
}) {
  const say = useSay();
  const sessions = useSessions();
  const [problem, setProblem] = useState<ApiError | null>(null);
  const sayVoting = useSayVoting();
  // who was given nothing at all is not thanked for having done everything
  const nothing = study.may_vote === "done" && study.progress.voted === 0;
  useTitle(study.name);
  const giveUp = () => {
    endRoles().then(
      () => {
        sessions.forget();
        onChanged();
      },
      (cause) => setProblem(asError(cause)),
    );
  };
  return (
    <main id="main" class="studies study-landing" tabIndex={-1}>
      <p>
        <Go to="/studies">{say("studies")}</Go>
      </p>
      <h1 dir="auto" lang={study.language ?? undefined}>
        {study.name}
      </h1>
      <StudyProgress voted={study.progress.voted} wanted={study.wanted} />
      {study.guidelines && study.guidelines.text.trim() !== "" && (
        <section class="study-guidelines" aria-labelledby="guidelines">
          <h2 id="guidelines">{say("guidelines")}</h2>
          <GuidelinesText text={study.guidelines.text} language={study.language} />
        </section>
      )}
      {study.may_vote === "yes" ? (
        <>
          <ul class="study-terms">
            <li>{say("term_task", { count: study.k })}</li>
            <li>{say("term_stored")}</li>
            <li>{say(study.reveal === "vote" ? "term_reveal" : "term_never")}</li>
            <li>
              {say("term_pause")} <Go to="/me">{say("other_device")}</Go>
            </li>
          </ul>
          <p class="study-actions">
            <button type="button" class="button button-main" onClick={onBegin}>
              {say(study.progress.voted > 0 ? "go_on" : "begin")}
            </button>
          </p>
        </>
      ) : (
        <div class="study-closed" role="status">
          <p>
            <strong>{nothing ? sayVoting("study_nothing_title") : say(`may_${study.may_vote}`)}</strong>
          </p>
          <p>{nothing ? sayVoting("study_nothing_text") : say(`why_${study.may_vote}`)}</p>
          {study.may_vote === "not_blind" && (
            <button type="button" class="button" onClick={giveUp}>
              {say("give_up_role")}
            </button>
          )}
          {problem && <Problem error={problem} />}
        </div>
      )}
    </main>
  );
}

/** The battles of a study. */
function Voting({ study, onChanged }: { study: StudyDetails; onChanged: () => void }) {
  const session = useSessions().of(study.key);
  const { phase } = useSession(session);
  const [read, setRead] = useState(() => readVersion(study.key));
  useEffect(() => void session.start(), [session]);
  const battle = "battle" in phase ? phase.battle : null;
  const version = battle?.study?.guidelines_version ?? study.guidelines?.version ?? 0;
  const known = study.guidelines?.version ?? 0;
  // Each battle says which version of the guidelines it is opened under.
  useEffect(() => {
    if (version > known) {
      onChanged();
    }
  }, [version, known]);
  const frame = {
    name: study.name,
    language: study.language,
    guidelines: study.guidelines,
    guidelinesChanged: known > read,
    onGuidelinesRead: () => {
      markRead(study.key, known);
      setRead(known);
    },
  };
  return <VotingPage session={session} study={frame} />;
}

const BEGUN = "arena.begun.";
const READ = "arena.guidelines.";

/** Whether this tab has begun the study: a reload goes on where it was. */
function hasBegun(key: string): boolean {
  return available(() => window.sessionStorage)?.getItem(BEGUN + key) === "yes";
}

function markBegun(key: string): void {
  try {
    available(() => window.sessionStorage)?.setItem(BEGUN + key, "yes");
  } catch {
    // Full storage: a reload asks again.
  }
}

/** The version of the guidelines that was read last in this browser. */
function readVersion(key: string): number {
  return Number(available(() => window.localStorage)?.getItem(READ + key) ?? 0);
}

function markRead(key: string, version: number): void {
  try {
    available(() => window.localStorage)?.setItem(READ + key, String(version));
  } catch {
    // Full storage: they are shown once more than needed.
  }
}
