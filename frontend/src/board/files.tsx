/** The files of a battle on the pages that are read, shown as its voters saw them. */
import { useMemo } from "preact/hooks";
import type { Attachment } from "../api";
import { Attachments } from "../voting/Attachments";
import { attachmentsOf, type HasFiles, type MediaState, useMedia } from "../voting/media";
import { STEP, Zoom } from "../voting/zoom";
import { useSay } from "./words";

/** A file; without a kind it is only known by its name. */
export interface StoredFile {
  kind: Attachment["kind"] | null;
  media_type: string;
  path: string;
  sha256: string | null;
}

/** What a prompt and its responses have beside their texts. */
export interface WithFiles {
  attachments?: StoredFile[];
  responses: readonly { attachments?: StoredFile[] }[];
}

export interface BattleFiles extends HasFiles {
  state: MediaState;
  zoom: Zoom;
  retry: () => void;
}

/** The same file may stand in two places; what follows the # tells them apart and is not sent. */
function shownFiles(files: readonly StoredFile[] = [], place: number): Attachment[] {
  return files.flatMap(({ kind, media_type, sha256 }, n) =>
    kind && sha256 ? [{ kind, media_type, url: `/api/media/${sha256}#${place}-${n}` }] : [],
  );
}

/** Where the files of a battle are served. */
export function filesOf(battle: WithFiles): HasFiles {
  return {
    prompt: { attachments: shownFiles(battle.attachments, 0) },
    responses: battle.responses.map(({ attachments }, index) => ({
      attachments: shownFiles(attachments, index + 1),
    })),
  };
}

/** Loads the files of a battle, all of them before one is shown; the same files read again stay as they are. */
export function useFiles(battle: WithFiles): BattleFiles {
  const found = filesOf(battle);
  const known = JSON.stringify(found);
  const files = useMemo(() => found, [known]);
  const zoom = useMemo(() => new Zoom(), [known]);
  const { state, retry } = useMedia(files);
  return { ...files, state, zoom, retry };
}

/** The files of the prompt (null) or of a response, by its place in the list and its contestant. */
export function Files({ files, of }: { files: BattleFiles; of: { index: number; name: string } | null }) {
  const { state, zoom } = files;
  const place = of === null ? files.prompt : files.responses[of.index];
  return state.kind === "ready" ? (
    <Attachments
      attachments={place?.attachments}
      media={state.media}
      zoom={zoom}
      letter={of === null ? null : of.name}
    />
  ) : null;
}

/** How far the loading is, and what enlarges all images together. */
export function FileTools({ files }: { files: BattleFiles }) {
  const say = useSay();
  const { state, zoom } = files;
  if (state.kind === "failed") {
    return (
      <div class="banner banner-error" role="alert">
        <p>{say("files_failed")}</p>
        <button type="button" class="button button-small" onClick={files.retry}>
          {say("try_again")}
        </button>
      </div>
    );
  }
  if (state.kind === "loading") {
    return (
      <p class="soft" role="status">
        {say("files_loading", { done: state.loaded, total: state.total })}
      </p>
    );
  }
  return attachmentsOf(files).some(({ kind }) => kind === "image") ? (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" class="file-tools" aria-label={say("images")}>
      <button type="button" class="button button-small" onClick={() => zoom.by(STEP)}>
        {say("zoom_in")}
      </button>
      <button type="button" class="button button-small" onClick={() => zoom.by(1 / STEP)}>
        {say("zoom_out")}
      </button>
      <button type="button" class="button button-small" onClick={() => zoom.reset()}>
        {say("zoom_reset")}
      </button>
    </div>
  ) : null;
}
