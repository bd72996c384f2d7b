import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

/** Smaller files fit into one packet anyway. */
const SMALLEST = 1_000;

/** Writes a Brotli copy beside each text, which the server sends to whoever takes it. */
export function compressed(): Plugin {
  return {
    name: "arena:compressed",
    apply: "build",
    writeBundle(options, bundle) {
      for (const name of Object.keys(bundle).filter((file) => /\.(css|html|js|svg|txt)$/.test(file))) {
        const path = join(options.dir ?? "dist", name);
        const text = readFileSync(path);
        if (text.length >= SMALLEST) {
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
          writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
        }
      }
    },
  };
}
