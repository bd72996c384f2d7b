/** A chart as a file that opens anywhere: every style stands in the file as an attribute, and nothing refers to the page. */

const SVG = "http://www.w3.org/2000/svg";

/** What the page's styles may say about a shape, as attributes of SVG, with what holds where nothing is said. */
const STYLES: Readonly<Record<string, string>> = {
  fill: "",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-opacity": "1",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
};
const TEXT_STYLES: Readonly<Record<string, string>> = {
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
};
const COLOURS: readonly string[] = ["fill", "stroke"];
const FONT = "Source Sans 3, Segoe UI, Roboto, Helvetica, Arial, DejaVu Sans, sans-serif";

/** Height of the lines that a file has above and below the drawing. */
const HEAD = 34;
const FOOT = 26;
const MARGIN = 12;

export interface Caption {
  title: string;
  /** What the drawing shows: method, filters, revision. */
  source: string;
}

/** The drawing as the text of an SVG file. */
export function svgFile(drawing: SVGSVGElement, caption: Caption): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const colours = new Colours();
  resolve(drawing, copy, colours);
  const { width, height } = size(drawing);
  const whole = document.createElementNS(SVG, "svg");
  const full = { width: width + 2 * MARGIN, height: height + HEAD + FOOT };
  whole.setAttribute("viewBox", `0 0 ${full.width} ${full.height}`);
  whole.setAttribute("width", String(full.width));
  whole.setAttribute("height", String(full.height));
  whole.setAttribute("font-family", FONT);
  whole.setAttribute("direction", "ltr");
  const look = getComputedStyle(document.body);
  const ink = colours.hex(look.color);
  const ground = shape("rect", {
    width: full.width,
    height: full.height,
    fill: colours.hex(look.backgroundColor),
  });
  const title = shape("text", { x: MARGIN, y: 23, fill: ink, "font-size": 17, "font-weight": 600 });
  title.textContent = caption.title;
  const source = shape("text", { x: MARGIN, y: full.height - 9, fill: ink, "font-size": 11, opacity: 0.75 });
  source.textContent = caption.source;
  const name = document.createElementNS(SVG, "title");
  name.textContent = caption.title;
  const description = document.createElementNS(SVG, "desc");
  description.textContent = caption.source;
  const placed = shape("g", { transform: `translate(${MARGIN} ${HEAD})` });
  placed.append(...copy.childNodes);
  whole.append(name, description, ground, title, placed, source);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
}

/** The drawing as a PNG file, twice as fine as the screen's points. */
export async function pngFile(drawing: SVGSVGElement, caption: Caption, scale = 2): Promise<Blob> {
  const text = svgFile(drawing, caption);
  const image = new Image();
  // A data: address, since the page's policy allows no other picture that it made itself.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const { width, height } = size(drawing);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round((width + 2 * MARGIN) * scale);
  canvas.height = Math.round((height + HEAD + FOOT) * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"),
  );
}

/** Hands a file to the reader. */
export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function size(drawing: SVGSVGElement): { width: number; height: number } {
  return { width: Number(drawing.getAttribute("width")), height: Number(drawing.getAttribute("height")) };
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }
  return made;
}

/** Writes what the page shows into `copy`, and takes away what only the page needs. */
function resolve(shown: Element, copy: Element, colours: Colours): void {
  const label = copy.getAttribute("aria-label");
  inline(shown, copy, colours);
  for (const name of copy.getAttributeNames()) {
    if (/^(class|style|role|tabindex|focusable|aria-|data-)/.test(name)) {
      copy.removeAttribute(name);
    }
  }
  const others = [...copy.children];
  for (const [index, child] of [...shown.children].entries()) {
    const other = others[index];
    if (other) {
      resolve(child, other, colours);
    }
  }
  if (label) {
    const title = document.createElementNS(SVG, "title");
    title.textContent = label;
    copy.prepend(title);
  }
}

/** Gives a shape as attributes what the page's styles say about it. */
function inline(shown: Element, copy: Element, colours: Colours): void {
  if (["g", "svg"].includes(shown.tagName)) {
    return;
  }
  const style = getComputedStyle(shown);
  const said = shown.tagName === "text" ? { ...STYLES, ...TEXT_STYLES } : STYLES;
  for (const [name, otherwise] of Object.entries(said)) {
    const value = style.getPropertyValue(name);
    if (value !== "" && value !== otherwise) {
      copy.setAttribute(name, COLOURS.includes(name) && value !== "none" ? colours.hex(value) : value);
    }
  }
}

/** Colours as every program reads them, whatever notation the browser computes in. */
class Colours {
  private readonly known = new Map<string, string>();
  private readonly pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  hex(colour: string): string {
    const found = this.known.get(colour) ?? this.read(colour);
    this.known.set(colour, found);
    return found;
  }

  private read(colour: string): string {
    if (!this.pen) {
      return colour;
    }
    this.pen.clearRect(0, 0, 1, 1);
    this.pen.fillStyle = colour;
    this.pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = this.pen.getImageData(0, 0, 1, 1).data;
    if (alpha === 0) {
      return "none";
    }
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }
}
