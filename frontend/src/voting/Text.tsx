import { useLayoutEffect, useRef } from "preact/hooks";
import { useSay } from "./words";

interface TextProps {
  fragment: DocumentFragment;
  source: string;
  raw: boolean;
  language: string | null;
}

/** A prompt's or a response's text: formatted, or as it was written. */
export function Text({ fragment, source, raw, language }: TextProps) {
  const say = useSay();
  const lang = language && /^[a-z]{2,3}(-[\w-]+)?$/i.test(language) ? language : undefined;
  if (source.trim() === "") {
    return <p class="text-empty">{say("empty_text")}</p>;
  }
  return raw ? (
    <pre class="text-raw" dir="auto" lang={lang}>
      {source}
    </pre>
  ) : (
    <Formatted fragment={fragment} lang={lang} />
  );
}

function Formatted({ fragment, lang }: { fragment: DocumentFragment; lang: string | undefined }) {
  const ref = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const host = ref.current;
    if (!host) {
      return;
    }
    host.replaceChildren(fragment.cloneNode(true));
    for (const block of host.querySelectorAll("p, li, h3, h4, h5, h6, td, th")) {
      block.setAttribute("dir", "auto");
    }
    // `auto` looks past children that have a direction of their own, so what holds them is told its direction.
    for (const holder of [
      host,
      ...host.querySelectorAll<HTMLElement>("ul, ol, table, blockquote, details"),
    ]) {
      holder.dir = directionOf(holder.textContent ?? "");
    }
    return markScrollers(host);
  }, [fragment]);

  return <div ref={ref} class="text" lang={lang} />;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The direction of a text's first letter. */
export function directionOf(text: string): "ltr" | "rtl" {
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return RIGHT_TO_LEFT.test(letter) ? "rtl" : "ltr";
}

/** Whatever is wider than its pane can be scrolled by keyboard too, and only then is a stop for Tab. */
function markScrollers(host: HTMLElement): () => void {
  const boxes = host.querySelectorAll<HTMLElement>("pre, .table, .maths-display");
  const update = () => {
    for (const box of boxes) {
      const wide = box.scrollWidth > box.clientWidth;
      box.toggleAttribute("data-scroller", wide);
      if (wide) {
        box.tabIndex = 0;
      } else {
        box.removeAttribute("tabindex");
      }
    }
  };
  const observer = new ResizeObserver(update);
  observer.observe(host);
  for (const box of boxes) {
    observer.observe(box);
  }
  return () => observer.disconnect();
}
