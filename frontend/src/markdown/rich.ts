/** One text, ready to show: sanitised, typeset and coloured, so that nothing moves after it appears. */
import { renderMarkdown } from "./render";

export async function renderRich(text: string, lineBreaks = false): Promise<DocumentFragment> {
  const fragment = rendered(text, lineBreaks);
  const maths = fragment.querySelectorAll(".maths");
  const code = fragment.querySelectorAll("pre > code[class^='language-']");
  await Promise.all([
    maths.length > 0 ? import("./typeset").then(({ typeset }) => typeset(maths), leaveSource) : null,
    code.length > 0 ? import("./highlight").then(({ highlight }) => highlight(code), leaveSource) : null,
  ]);
  return fragment;
}

/** A text that defeats the renderer is shown as it is written: every battle can be read. */
function rendered(text: string, lineBreaks: boolean): DocumentFragment {
  try {
    return renderMarkdown(text, lineBreaks);
  } catch {
    const fragment = document.createDocumentFragment();
    const plain = document.createElement("pre");
    plain.textContent = text;
    fragment.append(plain);
    return fragment;
  }
}

/** Without the typesetter or the colours (server gone, say) the source is still readable. */
function leaveSource(): void {}
