import type { ComponentChildren } from "preact";
import type { ApiError } from "../api";
import { Go } from "../board/bits";
import { ErrorText } from "../ui/ErrorText";
import type { StudyState } from "./api";
import { refusalText } from "./errors";
import { useSay } from "./words";

/** Why the server did not do it. */
export function Refusal({ error }: { error: ApiError }) {
  const say = useSay();
  const known = refusalText(error);
  return (
    <div class="banner banner-error" role="alert">
      <p>
        <strong>{say("refused")}</strong> {known ? <bdi>{known.text}</bdi> : <ErrorText error={error} />}
      </p>
      {known?.english && (
        <p lang="en" dir="ltr">
          {known.english}
        </p>
      )}
    </div>
  );
}

const PLACES = [
  { path: "/admin", text: "studies" },
  { path: "/admin/import", text: "import" },
  { path: "/admin/quality", text: "quality" },
] as const;

/** The frame of every page of an administrator. */
export function AdminMain({
  at,
  title,
  children,
}: {
  at: string;
  title: string;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <main id="main" class="board admin" tabIndex={-1}>
      <nav class="admin-places" aria-label={say("administration")}>
        {PLACES.map((place) => (
          <Go key={place.path} to={place.path} current={place.path === at}>
            {say(place.text)}
          </Go>
        ))}
      </nav>
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** A time in the words of the reader's own place; a dash where there was none. */
export function When({ at }: { at: string | null }) {
  const date = at === null ? null : new Date(at);
  if (date === null || Number.isNaN(date.getTime())) {
    return <>–</>;
  }
  const text = date.toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return <time dateTime={date.toISOString()}>{text}</time>;
}

/** Part of a whole, as a bar and in numbers. */
export function Share({ name, of, whole }: { name: string; of: number; whole: number }) {
  return <progress aria-label={name} value={Math.min(of, whole)} max={Math.max(1, whole)} />;
}

const SIGNS = { draft: "✎", open: "●", paused: "❚❚", closed: "■" } as const;

/** The state of a study: a sign and a word. */
export function StateMark({ state }: { state: StudyState }) {
  const say = useSay();
  return (
    <span class={`state state-${state}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {say(`state_${state}`)}
    </span>
  );
}
