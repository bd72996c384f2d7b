import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** What the page is made of beside this project's own code; their licences ask to be passed on with it. */
const BUNDLED = [
  "preact",
  "marked",
  "dompurify",
  "katex",
  "highlight.js",
  "diff",
  "d3-array",
  "d3-color",
  "d3-format",
  "d3-interpolate",
  "d3-path",
  "d3-scale",
  "d3-shape",
  "d3-time",
  "d3-time-format",
  "internmap",
  "@fontsource-variable/source-sans-3",
];

/** Writes the licence texts of the bundled packages beside the page. */
export function licences(): Plugin {
  return {
    name: "arena:licences",
    generateBundle() {
      const texts = BUNDLED.map((name) => {
        const folder = `node_modules/${name}`;
        const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) {
          this.error(`${name} has no licence file`);
        }
        return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
      });
      this.emitFile({
        type: "asset",
        fileName: "licences.txt",
        source: texts.join(`\n${"-".repeat(72)}\n\n`),
      });
    },
  };
}
