const RECORD = 12;
/** Family, identifier, full name, PostScript name, and the family as it is grouped; the rest are notices and styles. */
const NAMES = [1, 3, 4, 6, 16];

/**
 * A font under another name, of the same length. The licence of the fonts (OFL 1.1) keeps their names for unchanged files, and
 * a part is a change; notices stay as they are. The layout is that of the OpenType specification, "name".
 *
 * @param font TrueType or OpenType; changed in place
 */
export function renamed(font: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) {
    throw new Error(`${from} and ${to} are not of one length`);
  }
  const table = nameTable(font);
  const texts = table + font.readUInt16BE(table + 4);
  for (let i = 0; i < font.readUInt16BE(table + 2); i++) {
    const record = table + 6 + i * RECORD;
    if (NAMES.includes(font.readUInt16BE(record + 6))) {
      const at = texts + font.readUInt16BE(record + 10);
      replace(font.subarray(at, at + font.readUInt16BE(record + 8)), from, to);
    }
  }
  return font;
}

/** Where the table begins. */
function nameTable(font: Buffer): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    if (font.toString("latin1", entry, entry + 4) === "name") {
      return font.readUInt32BE(entry + 8);
    }
  }
  throw new Error("a font without names");
}

function replace(text: Buffer, from: string, to: string): void {
  const [old, other] = [utf16(from), utf16(to)];
  for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + 1)) {
    other.copy(text, at);
  }
}

/** As a font's names are written. */
function utf16(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}
