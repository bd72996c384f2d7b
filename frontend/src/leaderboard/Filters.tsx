import { useState } from "preact/hooks";
import type { Board } from "../board/api";
import { Select } from "../board/bits";
import { choiceName, judgeKind, languageName, methodName, ownWord } from "../board/names";
import { changed, chosen, type Query, type QueryName, SELECTION } from "../board/query";
import { language } from "../i18n/language";
import { winRateRule } from "./settings";
import { useSay } from "./words";

/** Up to this width of the window the table is a list of cards. */
export const NARROW = 832;

interface FiltersProps {
  board: Board;
  query: Query;
  onChange: (query: Query) => void;
}

interface Choice {
  value: string;
  text: string;
}

/** Which votes count; what is chosen is kept in the address. On a narrow screen they fold away until one is set. */
export function Filters(props: FiltersProps) {
  const say = useSay();
  const [narrow] = useState(() => window.innerWidth <= NARROW);
  if (!narrow) {
    return <FilterRow {...props} />;
  }
  return (
    <details class="method-box" open={SELECTION.some((name) => props.query[name] !== undefined)}>
      <summary>{say("filters")}</summary>
      <FilterRow {...props} />
    </details>
  );
}

function FilterRow({ board, query, onChange }: FiltersProps) {
  const say = useSay();
  const set = (name: QueryName) => (value: string) => onChange(changed(query, name, value));
  const lists = listsOf(board);
  const any = SELECTION.some((name) => query[name] !== undefined);
  return (
    <form class="filters" aria-label={say("filters")} onSubmit={(event) => event.preventDefault()}>
      {lists.map(({ name, choices }) =>
        choices.length > 0 || query[name] ? (
          <Select
            key={name}
            label={say(`filter_${name}`)}
            value={chosen(query, name)}
            choices={[{ value: "", text: say(`filter_${name}_all`) }, ...choices]}
            onChange={set(name)}
          />
        ) : null,
      )}
      <Day label={say("since")} value={query.since?.[0] ?? ""} onChange={set("since")} />
      <Day label={say("until")} value={query.until?.[0] ?? ""} onChange={set("until")} />
      {any && (
        <button
          type="button"
          class="button button-small button-quiet filters-clear"
          onClick={() => onChange(withoutSelection(query))}
        >
          {say("clear_filters")}
        </button>
      )}
    </form>
  );
}

function withoutSelection(query: Query): Query {
  return SELECTION.reduce((left, name) => changed(left, name, ""), query);
}

type ListName = "category" | "language" | "judge_kind" | "judge" | "study" | "run";

/** What can be chosen, in the order of the row. */
function listsOf({ filters }: Board): { name: ListName; choices: Choice[] }[] {
  const own = (values: readonly string[], text: (value: string) => string = (one) => one): Choice[] =>
    values.map((value) => ({ value, text: text(value) }));
  return [
    { name: "category", choices: own(filters.categories, ownWord) },
    { name: "language", choices: own(filters.languages, (tag) => languageName(tag, language())) },
    { name: "judge_kind", choices: own(filters.judge_kinds, judgeKind) },
    { name: "judge", choices: own(filters.judges) },
    { name: "study", choices: own(filters.studies) },
    { name: "run", choices: filters.runs.map((run) => ({ value: run.id, text: run.name || run.id })) },
  ];
}

function Day({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <label class="select select-day">
      <span>{label}</span>
      <input
        type="date"
        value={value.slice(0, 10)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

type Switch = "position" | "style" | "ties" | "both_bad";

/** How numbers are made of the votes: the method, and switches whose effect the table shows at once. */
export function Methods({ board, query, onChange }: FiltersProps) {
  const say = useSay();
  const { filters, settings } = board;
  const switches: { name: Switch; values: readonly string[]; otherwise: string }[] = [
    { name: "position", values: filters.positions, otherwise: "judge" },
    { name: "style", values: filters.styles, otherwise: "off" },
    { name: "ties", values: filters.ties, otherwise: "half" },
    { name: "both_bad", values: filters.both_bad, otherwise: "tie" },
  ];
  const styled = filters.style_methods.includes(board.method);
  return (
    <form class="switches" aria-label={say("switches")} onSubmit={(event) => event.preventDefault()}>
      <Select
        label={say("method")}
        value={query.method?.[0] ?? board.method}
        choices={filters.methods.map((value) => ({ value, text: methodName(value) }))}
        onChange={(value) => onChange(changed(query, "method", value))}
      />
      {switches.map(({ name, values, otherwise }) =>
        values.length > 0 ? (
          <Segments
            key={name}
            name={name}
            values={values}
            chosen={query[name]?.[0] ?? otherwise}
            otherwise={otherwise}
            disabled={name === "style" && !styled && query.style === undefined}
            onChange={(value) => onChange(changed(query, name, value === otherwise ? "" : value))}
          />
        ) : null,
      )}
      <p class="switches-rule">
        {say("win_rate_rule")} {winRateRule(settings)}
      </p>
    </form>
  );
}

interface SegmentsProps {
  name: Switch;
  values: readonly string[];
  chosen: string;
  otherwise: string;
  disabled: boolean;
  onChange: (value: string) => void;
}

/** A few choices side by side, of which one holds; arrow keys go through them as in any group of radio buttons. */
function Segments({ name, values, chosen: held, otherwise, disabled, onChange }: SegmentsProps) {
  const say = useSay();
  return (
    <fieldset class="segments" disabled={disabled}>
      <legend>{say(`switch_${name}`)}</legend>
      <div class="segments-row">
        {(values.includes(held) ? values : [...values, held]).map((value) => (
          <label key={value} class="segment" title={value === otherwise ? say("default") : undefined}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === held}
              onChange={() => onChange(value)}
            />
            <span>{choiceName(name, value)}</span>
          </label>
        ))}
      </div>
      {disabled && <small>{say("no_style")}</small>}
    </fieldset>
  );
}
