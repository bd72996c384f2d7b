/** Code colouring for the languages responses are written in. Loaded only when a battle holds such code. */
import hljs from "highlight.js/lib/core";
import { languageOf, load } from "./languages";
import { sanitise } from "./render";

/** Longer blocks stay plain: colouring them would hold up the page. */
const LONGEST = 50_000;

/** Colours each code element that names a known language; nothing is guessed. One that cannot be fetched stays plain. */
export async function highlight(blocks: Iterable<Element>): Promise<void> {
  await Promise.allSettled(Array.from(blocks, colour));
}

async function colour(block: Element): Promise<void> {
  const language = languageOf(/language-(\S+)/.exec(block.className)?.[1] ?? "");
  const source = block.textContent ?? "";
  if (language && source.length <= LONGEST) {
    await load(hljs, language);
    block.replaceChildren(sanitise(hljs.highlight(source, { language, ignoreIllegals: true }).value));
  }
}
