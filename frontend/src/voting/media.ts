/** The files of a battle: all loaded before any is shown, so that no response appears or plays before another. */
import { useEffect, useState } from "preact/hooks";
import type { Attachment } from "../api";

export type MediaElement = HTMLImageElement | HTMLAudioElement | HTMLVideoElement;

/** Every file by its address, ready to be put on the page. */
export type Media = ReadonlyMap<string, MediaElement>;

export type MediaState =
  | { kind: "loading"; loaded: number; total: number }
  | { kind: "ready"; media: Media }
  /** One file is missing; none of them is shown. */
  | { kind: "failed" };

const NOTHING: MediaState = { kind: "ready", media: new Map() };
/** How long one file may take. */
const PATIENCE_MS = 60_000;

/** What has files: a battle, to be voted on or to be read. */
export interface HasFiles {
  prompt: { attachments?: Attachment[] };
  responses: readonly { attachments?: Attachment[] }[];
}

export function attachmentsOf(battle: HasFiles): Attachment[] {
  return [battle.prompt, ...battle.responses].flatMap(({ attachments }) => attachments ?? []);
}

/** Loads what belongs to a battle. `retry` begins again after a failure. */
export function useMedia(battle: HasFiles | null): { state: MediaState; retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<{ battle: HasFiles; state: MediaState } | null>(null);
  const files = battle ? attachmentsOf(battle) : [];
  useEffect(() => {
    if (battle === null || files.length === 0) {
      return;
    }
    // Neither another battle nor a file that has failed lets the progress of the others through.
    let over = false;
    let done = 0;
    const show = (state: MediaState) => !over && setLoaded({ battle, state });
    const load = async (file: Attachment) => {
      const element = await loadFile(file);
      done += 1;
      show({ kind: "loading", loaded: done, total: files.length });
      return element;
    };
    show({ kind: "loading", loaded: 0, total: files.length });
    Promise.all(files.map(load)).then(
      (elements) => show({ kind: "ready", media: new Map(elements.map((e, i) => [files[i]?.url ?? "", e])) }),
      () => {
        show({ kind: "failed" });
        over = true;
      },
    );
    return () => {
      over = true;
    };
  }, [battle, attempt]);
  const waiting: MediaState = { kind: "loading", loaded: 0, total: files.length };
  const state = files.length === 0 ? NOTHING : loaded?.battle === battle ? loaded.state : waiting;
  return { state, retry: () => setAttempt(attempt + 1) };
}

/** An element that holds the whole file: decoded, or able to play to its end without a halt. */
export function loadFile({ kind, url }: Attachment, patienceMs = PATIENCE_MS): Promise<MediaElement> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(() => reject(new Error("timeout")), patienceMs);
    const settle = (action: () => void) => {
      window.clearTimeout(timer);
      action();
    };
    const fail = () => settle(() => reject(new Error("not loaded")));
    if (kind === "image") {
      const image = new Image();
      image.draggable = false;
      image.src = url;
      image.decode().then(() => settle(() => resolve(image)), fail);
      return;
    }
    const player = document.createElement(kind);
    player.controls = true;
    player.preload = "auto";
    player.addEventListener("canplaythrough", () => settle(() => resolve(player)), { once: true });
    player.addEventListener("error", fail, { once: true });
    player.addEventListener("play", () => pauseOthers(player));
    player.src = url;
    player.load();
  });
}

/** One plays at a time. */
function pauseOthers(playing: HTMLMediaElement): void {
  for (const player of document.querySelectorAll<HTMLMediaElement>("audio, video")) {
    if (player !== playing) {
      player.pause();
    }
  }
}
