/** Of packages without types: those functions and options that are used here. */
declare module "subset-font" {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: { targetFormat: "sfnt"; keepFeatures: readonly string[]; variationAxes?: { wght: number } },
  ): Promise<Buffer>;
}

declare module "fontverter" {
  const fontverter: { convert(font: Buffer, to: "woff2"): Promise<Buffer> };
  export default fontverter;
}
