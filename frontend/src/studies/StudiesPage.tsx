import { Go, Problem, useTitle } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import { number } from "../i18n/messages";
import { listStudies, type StudyEntry } from "./api";
import { useSay } from "./words";
import "../styles/studies.css";

/** The studies this visitor may see. */
export function StudiesPage() {
  const say = useSay();
  const { value, error, reload } = useLoaded(listStudies, []);
  useTitle(say("studies"));
  return (
    <main id="main" class="studies" tabIndex={-1}>
      <h1>{say("studies")}</h1>
      {error && (
        <Problem error={error}>
          <button type="button" class="button" onClick={reload}>
            {say("try_again")}
          </button>
        </Problem>
      )}
      {value === null && !error && <p>{say("loading")}</p>}
      {value?.length === 0 && <p class="studies-note">{say("no_studies")}</p>}
      {value && value.length > 0 && (
        <ul class="study-list">
          {value.map((study) => (
            <Entry key={study.key} study={study} />
          ))}
        </ul>
      )}
      <p class="studies-note">
        <Go to="/me">{say("other_device")}</Go>
      </p>
    </main>
  );
}

function Entry({ study }: { study: StudyEntry }) {
  const say = useSay();
  return (
    <li>
      <Go kind="study-card" to={`/s/${encodeURIComponent(study.key)}`}>
        <strong dir="auto">{study.name}</strong>
        <span class="study-state">{say(`may_${study.may_vote}`)}</span>
        <StudyProgress voted={study.voted} wanted={study.wanted} />
      </Go>
    </li>
  );
}

/** "12 of 40", with a bar; without a wanted number, "12 votes". */
export function StudyProgress({ voted, wanted }: { voted: number; wanted: number | null }) {
  const say = useSay();
  if (wanted === null) {
    return <span class="study-progress">{say("votes", { count: voted })}</span>;
  }
  return (
    <span class="study-progress">
      <progress value={voted} max={Math.max(1, wanted)} aria-label={say("progress")} />
      <span>{say("votes_of", { voted: number(voted), wanted: number(wanted) })}</span>
    </span>
  );
}
