/** Code colouring for the languages responses are written in. Loaded only when a battle holds such code. */
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import php from "highlight.js/lib/languages/php";
import python from "highlight.js/lib/languages/python";
import r from "highlight.js/lib/languages/r";
import ruby from "highlight.js/lib/languages/ruby";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import swift from "highlight.js/lib/languages/swift";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { sanitise } from "./render";

const LANGUAGES = { bash, c, cpp, csharp, css, diff, go, java, javascript, json, kotlin } as const;
const MORE = { php, python, r, ruby, rust, sql, swift, typescript, xml, yaml } as const;
for (const [name, language] of Object.entries({ ...LANGUAGES, ...MORE })) {
  hljs.registerLanguage(name, language);
}

/** Longer blocks stay plain: colouring them would hold up the page. */
const LONGEST = 50_000;

/** Colours each code element that names a known language; nothing is guessed. */
export function highlight(blocks: Iterable<Element>): void {
  for (const block of blocks) {
    const language = /language-(\S+)/.exec(block.className)?.[1] ?? "";
    const source = block.textContent ?? "";
    if (hljs.getLanguage(language) && source.length <= LONGEST) {
      block.replaceChildren(sanitise(hljs.highlight(source, { language, ignoreIllegals: true }).value));
    }
  }
}
