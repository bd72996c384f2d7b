/** A battle as it is put on the page: texts rendered and files loaded, all of it or nothing. */
import { useMemo } from "preact/hooks";
import type { Battle } from "../api";
import { type Media, type MediaState, useMedia } from "./media";
import { type RenderedBattle, useRendered } from "./useRendered";
import { Zoom } from "./zoom";

export interface Shown extends RenderedBattle {
  media: Media;
  zoom: Zoom;
}

export interface Showing {
  /** Null until everything is ready, so that all responses appear together and none has a head start. */
  shown: Shown | null;
  media: MediaState;
  retryMedia: () => void;
}

export function useShown(battle: Battle | null): Showing {
  const rendered = useRendered(battle);
  const { state: media, retry: retryMedia } = useMedia(battle);
  const files = media.kind === "ready" ? media.media : null;
  const shown = useMemo(
    () => (rendered && files ? { ...rendered, media: files, zoom: new Zoom() } : null),
    [rendered, files],
  );
  return { shown, media, retryMedia };
}
