import { useLayoutEffect, useRef } from "preact/hooks";
import type { Attachment } from "../api";
import type { Media, MediaElement } from "./media";
import { useSay } from "./words";
import type { Zoom } from "./zoom";

interface AttachmentsProps {
  attachments: readonly Attachment[] | undefined;
  media: Media;
  zoom: Zoom;
  /** The response's letter; null for the prompt. */
  letter: string | null;
}

/** The files of a prompt or of a response, each in a box of the same size. */
export function Attachments({ attachments = [], media, zoom, letter }: AttachmentsProps) {
  const say = useSay();
  return (
    <>
      {attachments.map(({ kind, url }, index) => {
        const element = media.get(url);
        const whose = letter === null ? say("of_prompt") : say("of_response", { letter });
        const number = attachments.length > 1 ? ` ${index + 1}` : "";
        const name = say(`file_${kind}`, { number, whose });
        return element ? <File key={url} kind={kind} element={element} name={name} zoom={zoom} /> : null;
      })}
    </>
  );
}

interface FileProps {
  kind: Attachment["kind"];
  element: MediaElement;
  name: string;
  zoom: Zoom;
}

/** The element that was loaded is put on the page itself: a second one would be fetched a second time. */
function File({ kind, element, name, zoom }: FileProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const host = box.current;
    if (!host) {
      return;
    }
    host.replaceChildren(element);
    if (element instanceof HTMLImageElement) {
      return zoom.add(host);
    }
    return () => element.pause();
  }, [element, zoom]);
  useLayoutEffect(() => {
    if (element instanceof HTMLImageElement) {
      element.alt = name;
    } else {
      element.setAttribute("aria-label", name);
    }
  }, [element, name]);
  return kind === "image" ? (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the part of an enlarged image that is seen is moved by keyboard
    <div ref={box} class="tile" data-scroller tabIndex={0} role="group" aria-label={name} />
  ) : (
    <div ref={box} class={`player player-${kind}`} />
  );
}
