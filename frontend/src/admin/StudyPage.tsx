import { useEffect, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { useTitle } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import type { PageProps } from "../pages";
import { navigate } from "../router";
import { Said } from "../sentences/Said";
import type { Reason } from "../sentences/sentence";
import "../styles/reading.css";
import "../styles/admin.css";
import { createStudy, getStudy, reviseStudy, type Settings, type StudyDetail } from "./api";
import { AdminMain, Refusal } from "./bits";
import { NEW_STUDY } from "./fields";
import { Invites } from "./Invites";
import { StateChanges } from "./StateChanges";
import { StudyForm } from "./StudyForm";
import { StudyNumbers } from "./StudyNumbers";
import { useSay } from "./words";

/** How often the numbers of an open study are read again. */
const REFRESH_MS = 5_000;

/** One study: its state, its numbers, its invitations and its settings. `new` makes one. */
export function StudyPage({ params }: PageProps) {
  const key = params.key ?? "";
  return key === "new" ? <NewStudy /> : <ExistingStudy key={key} study={key} />;
}

/** What a promise says instead of failing. */
async function refusalOf(work: Promise<unknown>): Promise<ApiError | null> {
  try {
    await work;
    return null;
  } catch (cause) {
    return asError(cause);
  }
}

function NewStudy() {
  const say = useSay();
  useTitle(say("new_study"));
  const save = (settings: Settings) =>
    refusalOf(createStudy(settings).then((study) => navigate(`/admin/studies/${study.key}`)));
  return (
    <AdminMain at="/admin" title={say("new_study")}>
      <StudyForm settings={NEW_STUDY} exists={false} onSave={save} />
    </AdminMain>
  );
}

function ExistingStudy({ study }: { study: string }) {
  const say = useSay();
  const [times, setTimes] = useState(0);
  const { value, error } = useLoaded(() => getStudy(study), [study, times]);
  const reload = () => setTimes((before) => before + 1);
  const open = value?.state === "open";
  useTitle(value?.name ?? study);
  useEffect(() => {
    const timer = open ? window.setInterval(reload, REFRESH_MS) : 0;
    return () => window.clearInterval(timer);
  }, [open]);
  return (
    <AdminMain at="/admin" title={value?.name ?? study}>
      {error && <Refusal error={error} />}
      {value ? (
        <Detail detail={value} round={times} onChanged={reload} />
      ) : (
        error === null && <p>{say("loading")}</p>
      )}
    </AdminMain>
  );
}

interface DetailProps {
  detail: StudyDetail;
  /** How often it has been read. */
  round: number;
  onChanged: () => void;
}

function Detail({ detail, round, onChanged }: DetailProps) {
  const say = useSay();
  const [saved, setSaved] = useState(0);
  const save = async (settings: Settings) => {
    const refusal = await refusalOf(
      reviseStudy(detail.key, settings).then((changed) => {
        setSaved(changed.version);
        onChanged();
      }),
    );
    return refusal;
  };
  return (
    <>
      <StateChanges detail={detail} onChanged={onChanged} />
      <Warnings of={detail.warnings ?? []} />
      <StudyNumbers detail={detail} />
      <Invites study={detail.key} round={round} />
      <section aria-labelledby="settings">
        <h2 id="settings">{say("settings")}</h2>
        <p>{say("settings_versions", { version: detail.version })}</p>
        <div role="status">
          {saved > 0 && <p class="banner">{say("saved_version", { version: saved })}</p>}
        </div>
        <details>
          <summary>{say("change_settings")}</summary>
          <StudyForm key={detail.version} settings={detail.settings} exists onSave={save} />
        </details>
      </section>
    </>
  );
}

/** What should make the owner of a study worry, told when it comes up. */
function Warnings({ of }: { of: readonly Reason[] }) {
  const say = useSay();
  return (
    <div role="status">
      {of.length > 0 && (
        <section class="banner study-warnings" aria-labelledby="warnings">
          <h2 id="warnings">{say("warnings")}</h2>
          <ul>
            {of.map((reason) => (
              <li key={reason.message}>
                <Said message={reason.message} reasons={[reason]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
