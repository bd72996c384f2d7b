/** The languages that responses are written in. Each is fetched when a text has it: all of them would weigh more than most battles. */
import type { HLJSApi, LanguageFn } from "highlight.js";

type Grammar = () => Promise<{ default: LanguageFn }>;

interface Language {
  /** What fences call it besides its name; a test compares this with what its grammar says. */
  readonly aliases: readonly string[];
  readonly grammar: Grammar;
  /** Languages that its texts hold. */
  readonly within?: readonly string[];
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
  bash: { aliases: ["sh", "zsh"], grammar: () => import("highlight.js/lib/languages/bash") },
  c: { aliases: ["h"], grammar: () => import("highlight.js/lib/languages/c") },
  cpp: {
    aliases: ["cc", "c++", "h++", "hpp", "hh", "hxx", "cxx"],
    grammar: () => import("highlight.js/lib/languages/cpp"),
  },
  csharp: { aliases: ["cs", "c#"], grammar: () => import("highlight.js/lib/languages/csharp") },
  css: { aliases: [], grammar: () => import("highlight.js/lib/languages/css") },
  diff: { aliases: ["patch"], grammar: () => import("highlight.js/lib/languages/diff") },
  go: { aliases: ["golang"], grammar: () => import("highlight.js/lib/languages/go") },
  java: { aliases: ["jsp"], grammar: () => import("highlight.js/lib/languages/java") },
  javascript: {
    aliases: ["js", "jsx", "mjs", "cjs"],
    grammar: () => import("highlight.js/lib/languages/javascript"),
    within: ["css", "xml"],
  },
  json: { aliases: ["jsonc", "json5"], grammar: () => import("highlight.js/lib/languages/json") },
  kotlin: {
    aliases: ["kt", "kts", "ktm", "ktx"],
    grammar: () => import("highlight.js/lib/languages/kotlin"),
  },
  php: { aliases: [], grammar: () => import("highlight.js/lib/languages/php") },
  python: { aliases: ["py", "gyp", "ipython"], grammar: () => import("highlight.js/lib/languages/python") },
  r: { aliases: [], grammar: () => import("highlight.js/lib/languages/r") },
  ruby: {
    aliases: ["rb", "gemspec", "podspec", "thor", "irb"],
    grammar: () => import("highlight.js/lib/languages/ruby"),
  },
  rust: { aliases: ["rs"], grammar: () => import("highlight.js/lib/languages/rust") },
  sql: { aliases: [], grammar: () => import("highlight.js/lib/languages/sql") },
  swift: { aliases: [], grammar: () => import("highlight.js/lib/languages/swift") },
  typescript: {
    aliases: ["ts", "tsx", "mts", "cts"],
    grammar: () => import("highlight.js/lib/languages/typescript"),
    within: ["css", "xml"],
  },
  xml: {
    aliases: ["html", "xhtml", "rss", "atom", "xjb", "xsd", "xsl", "plist", "wsf", "svg"],
    grammar: () => import("highlight.js/lib/languages/xml"),
    within: ["css", "javascript"],
  },
  yaml: {
    aliases: ["yml"],
    grammar: () => import("highlight.js/lib/languages/yaml"),
    within: ["ruby"],
  },
};

const NAMES = new Map(
  Object.entries(LANGUAGES).flatMap(([name, { aliases }]) => [name, ...aliases].map((word) => [word, name])),
);

/** The name of the language that a fence means; undefined for one that is not coloured. */
export function languageOf(word: string): string | undefined {
  return NAMES.get(word.toLowerCase());
}

/** Teaches the highlighter a language and those within it. */
export async function load(hljs: HLJSApi, name: string): Promise<void> {
  const wanted = [name, ...(LANGUAGES[name]?.within ?? [])];
  await Promise.all(
    wanted.map(async (each) => {
      const grammar = await LANGUAGES[each]?.grammar();
      if (grammar && !hljs.getLanguage(each)) {
        hljs.registerLanguage(each, grammar.default);
      }
    }),
  );
}
