/** One text, ready to show: sanitised, typeset and coloured, so that nothing moves after it appears. */
import { renderMarkdown } from "./render";

export async function renderRich(text: string, lineBreaks = false): Promise<DocumentFragment> {
  const fragment = renderMarkdown(text, lineBreaks);
  const maths = fragment.querySelectorAll(".maths");
  const code = fragment.querySelectorAll("pre > code[class^='language-']");
  await Promise.all([
    maths.length > 0 ? import("./typeset").then(({ typeset }) => typeset(maths), leaveSource) : null,
    code.length > 0 ? import("./highlight").then(({ highlight }) => highlight(code), leaveSource) : null,
  ]);
  return fragment;
}

/** Without the typesetter or the colours (server gone, say) the source is still readable. */
function leaveSource(): void {}
