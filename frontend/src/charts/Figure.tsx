import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Name } from "../ui/Name";
import { pngFile, save, svgFile } from "./export";
import { type Marks, useMarks } from "./marks";
import { useWidth } from "./useWidth";
import { useSay } from "./words";
import "../styles/charts.css";

/** The numbers of a drawing. */
export interface DataTable {
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly string[])[];
}

export interface Drawing {
  /** Wider than the page where it must be: the box scrolls then. */
  width: number;
  height: number;
  content: ComponentChildren;
}

interface FigureProps {
  /** Name of the plot in files. */
  name: string;
  title: string;
  /** How to read it. */
  text: string;
  /** What was chosen, in the file's name and under the picture. */
  source: { file: string; text: string };
  table: DataTable;
  /** Said in place of the drawing where there is nothing to draw. */
  none?: string | undefined;
  draw: (width: number, marks: Marks) => Drawing;
  children?: ComponentChildren;
}

/** A drawing with its title, its data as a table, and the drawing as a file. */
export function Figure({ name, title, text, source, table, none, draw, children }: FigureProps) {
  const say = useSay();
  const id = useId();
  const { box, width } = useWidth();
  const drawing = useRef<SVGSVGElement>(null);
  const { marks, said, onKeyDown } = useMarks(drawing);
  const [open, setOpen] = useState(false);
  const drawn = none === undefined ? draw(width, marks) : null;
  const stem = ["arena", name, source.file].filter((part) => part !== "").join("_");
  return (
    <figure class="chart" id={name} aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-text`}>{text}</p>
      </figcaption>
      {children}
      <div class="chart-box" ref={box}>
        {drawn ? (
          <svg
            ref={drawing}
            class="chart-drawing"
            viewBox={`0 0 ${drawn.width} ${drawn.height}`}
            width={drawn.width}
            height={drawn.height}
            role="group"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-keys`}
            onKeyDown={onKeyDown}
          >
            {drawn.content}
          </svg>
        ) : (
          <p class="board-empty">{none}</p>
        )}
      </div>
      {drawn && (
        <>
          <p class="chart-said" aria-hidden="true">
            {said || say("hint")}
          </p>
          <p class="hidden-text" id={`${id}-keys`}>
            {say("keys")}
          </p>
          <div class="chart-tools">
            <button
              type="button"
              class="button button-small"
              aria-expanded={open}
              aria-controls={`${id}-data`}
              onClick={() => setOpen(!open)}
            >
              {say(open ? "hide_data" : "show_data")}
            </button>
            <Save stem={stem} title={title} source={source.text} drawing={() => drawing.current} />
          </div>
        </>
      )}
      <div id={`${id}-data`} hidden={!open}>
        {open && <Data name={title} table={table} />}
      </div>
    </figure>
  );
}

interface SaveProps {
  stem: string;
  title: string;
  source: string;
  drawing: () => SVGSVGElement | null;
}

function Save({ stem, title, source, drawing }: SaveProps) {
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const keep = async (kind: "svg" | "png") => {
    const drawn = drawing();
    if (!drawn) {
      return;
    }
    const caption = { title, source };
    try {
      const content =
        kind === "svg"
          ? new Blob([svgFile(drawn, caption)], { type: "image/svg+xml" })
          : await pngFile(drawn, caption);
      save(`${stem}.${kind}`, content);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      {(["svg", "png"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          class="button button-small"
          aria-label={say("save_as", { title, kind: kind.toUpperCase() })}
          onClick={() => void keep(kind)}
        >
          <span aria-hidden="true">↓</span> {kind.toUpperCase()}
        </button>
      ))}
      {failed && <span role="alert">{say("save_failed")}</span>}
    </>
  );
}

function Data({ name, table }: { name: string; table: DataTable }) {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section class="scroll-box chart-data" aria-label={say("data_of", { title: name })} tabIndex={0}>
      <table class="plain">
        <caption class="hidden-text">{say("data_of", { title: name })}</caption>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" class={index === 0 ? "" : "cell-count"}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) =>
                place === 0 ? (
                  <th key={place} scope="row">
                    <Name of={cell} />
                  </th>
                ) : (
                  <td key={place} class="cell-count">
                    <Name of={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
