/** Small parts that the pages of studies share. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api";
import { navigate } from "../router";
import { errorText } from "../voting/texts";
import { useSay } from "./words";

/** What a request answered; `load` asks again. */
export interface Loaded<T> {
  value: T | null;
  error: ApiError | null;
  load: () => void;
}

export function failure(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError(0, "failed", String(cause));
}

/** Asks once for each `name`, and again when `load` is called. */
export function useLoaded<T>(name: string, ask: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ value: T | null; error: ApiError | null }>({
    value: null,
    error: null,
  });
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => wanted && setAnswer({ value, error: null }),
      (cause) => wanted && setAnswer((before) => ({ value: before.value, error: failure(cause) })),
    );
    return () => {
      wanted = false;
    };
  }, [name, attempt]);
  return { ...answer, load: () => setAttempt(attempt + 1) };
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Arena`;
  }, [title]);
}

interface GoProps {
  to: string;
  class?: string;
  children: ComponentChildren;
}

/** A link to another page of this site, without loading the page again. */
export function Go({ to, class: name, children }: GoProps) {
  return (
    <a
      class={name}
      href={to}
      onClick={(event) => {
        if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          navigate(to);
          window.scrollTo(0, 0);
        }
      }}
    >
      {children}
    </a>
  );
}

/** What went wrong, and a way to try again. */
export function Problem({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const say = useSay();
  const { text, lang } = errorText(error);
  return (
    <div class="study-problem" role="alert">
      <p lang={lang} dir="auto">
        {text}
      </p>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {say("try_again")}
        </button>
      )}
    </div>
  );
}
