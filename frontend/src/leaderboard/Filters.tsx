import type { Leaderboard, LeaderboardQuery } from "../api";
import { judgeKindText, methodText, words } from "../format";

interface FiltersProps {
  board: Leaderboard;
  query: LeaderboardQuery;
  onChange: (query: LeaderboardQuery) => void;
}

interface Choice {
  value: string;
  text: string;
}

/** Method, judge kind and category; what is chosen is kept in the address. */
export function Filters({ board, query, onChange }: FiltersProps) {
  const { methods, judge_kinds, categories } = board.filters;
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <Select
        label="Method"
        value={board.method}
        choices={methods.map((value) => ({ value, text: methodText(value) }))}
        onChange={(method) => onChange({ ...query, method })}
      />
      <Select
        label="Judged by"
        value={query.judge_kind ?? ""}
        choices={[
          { value: "", text: "All judges" },
          ...judge_kinds.map((value) => ({ value, text: judgeKindText(value) })),
        ]}
        onChange={(judge_kind) => onChange({ ...query, judge_kind })}
      />
      <Select
        label="Category"
        value={query.category ?? ""}
        choices={[
          { value: "", text: "All categories" },
          ...categories.map((value) => ({ value, text: words(value) })),
        ]}
        onChange={(category) => onChange({ ...query, category })}
      />
    </form>
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: Choice[];
  onChange: (value: string) => void;
}

function Select({ label, value, choices, onChange }: SelectProps) {
  // A value from the address that the server does not offer is still shown, never silently replaced.
  const known = choices.some((choice) => choice.value === value);
  const all = known ? choices : [...choices, { value, text: words(value) }];
  return (
    <label class="select">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {all.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </label>
  );
}
