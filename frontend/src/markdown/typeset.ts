/** TeX to nodes. Loaded only when a battle holds maths: KaTeX and its fonts are larger than the page itself. */
import katex from "katex";
import "katex/dist/katex.min.css";

/**
 * Replaces each `span.maths` by its formula. One that KaTeX cannot read stays as source.
 * KaTeX writes style attributes, which the Content-Security-Policy refuses in markup, so they are carried over
 * as data and set through the style object, where they are allowed. KaTeX escapes quotes in all text, hence
 * ` style="` occurs in its output only as an attribute.
 */
export function typeset(spans: Iterable<Element>): void {
  for (const span of spans) {
    const source = span.textContent ?? "";
    const markup = toMarkup(source, span.classList.contains("maths-display"));
    if (markup === null) {
      span.classList.add("maths-source");
      continue;
    }
    const template = span.ownerDocument.createElement("template");
    template.innerHTML = markup.replaceAll(' style="', ' data-style="');
    span.replaceChildren(template.content);
    applyStyles(span);
  }
}

function toMarkup(tex: string, displayMode: boolean): string | null {
  try {
    return katex.renderToString(tex, {
      displayMode,
      output: "htmlAndMathml",
      throwOnError: true,
      strict: "ignore",
      trust: false,
      maxSize: 20,
      maxExpand: 200,
    });
  } catch {
    return null;
  }
}

function applyStyles(root: Element): void {
  for (const element of root.querySelectorAll("[data-style]")) {
    if (element instanceof HTMLElement || element instanceof SVGElement || element instanceof MathMLElement) {
      element.style.cssText = element.getAttribute("data-style") ?? "";
    }
    element.removeAttribute("data-style");
  }
}
