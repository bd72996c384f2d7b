import type { ComponentChildren } from "preact";
import type { Phase } from "../state";
import type { MediaState } from "./media";
import { errorText } from "./texts";
import { useSay } from "./words";

interface MessageProps {
  phase: Phase;
  /** The study's key; null on the open floor. */
  study: string | null;
  voted: number;
  media: MediaState;
  onRetryMedia: () => void;
  onSkip: () => void;
  onRetry: () => void;
}

/** Who was given nothing at all is not thanked for the last one. */
function endingOf(study: string | null, voted: number): "finished" | "study_nothing" | "study_finished" {
  if (study === null) {
    return "finished";
  }
  return voted === 0 ? "study_nothing" : "study_finished";
}

/** What stands in place of a battle while there is none. */
export function Message(props: MessageProps) {
  const { phase, study, voted, media, onRetry } = props;
  const say = useSay();
  if (phase.kind === "finished") {
    const ending = endingOf(study, voted);
    return (
      <Notice role="status" title={say(`${ending}_title`)}>
        <p>{say(`${ending}_text`, { count: voted })}</p>
        <p class="message-actions">
          {study === null ? (
            <a class="button button-main" href="/leaderboard">
              {say("see_leaderboard")}
            </a>
          ) : (
            <a class="button button-main" href="/studies">
              {say("all_studies")}
            </a>
          )}
          <button type="button" class="button" onClick={onRetry}>
            {say("look_again")}
          </button>
        </p>
      </Notice>
    );
  }
  if (phase.kind === "failed") {
    const { text, lang } = errorText(phase.error);
    return (
      <Notice role="alert" title={say("failed_title")}>
        <p lang={lang} dir="auto">
          {text}
        </p>
        <p class="message-actions">
          <button type="button" class="button button-main" onClick={onRetry}>
            {say("try_again")}
          </button>
          {phase.error.status >= 400 && phase.error.status < 500 && (
            <a class="button" href="/studies">
              {say("all_studies")}
            </a>
          )}
        </p>
      </Notice>
    );
  }
  if (media.kind === "failed") {
    return <MediaFailed {...props} />;
  }
  const files = media.kind === "loading" && media.total > 0 ? media : null;
  return (
    <div class="panes panes-pair panes-loading" aria-busy="true">
      <p class={files ? "loading-files" : "hidden-text"} role={files ? "status" : undefined}>
        {files ? say("loading_files", { done: files.loaded, total: files.total }) : say("opening")}
      </p>
      <div class="pane" />
      <div class="pane" />
    </div>
  );
}

/** The same words whichever response's file is missing: that one could not be loaded must not tell one from another. */
function MediaFailed({ onRetryMedia, onSkip }: MessageProps) {
  const say = useSay();
  return (
    <Notice role="alert" title={say("media_failed_title")}>
      <p>{say("media_failed_text")}</p>
      <p class="message-actions">
        <button type="button" class="button button-main" onClick={onRetryMedia}>
          {say("try_again")}
        </button>
        <button type="button" class="button" onClick={onSkip}>
          {say("skip_title")}
        </button>
      </p>
    </Notice>
  );
}

interface NoticeProps {
  role: "status" | "alert";
  title: string;
  children: ComponentChildren;
}

function Notice({ role, title, children }: NoticeProps) {
  return (
    <div class="message" role={role}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
