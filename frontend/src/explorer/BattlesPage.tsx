import { useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { BoardHead } from "../board/BoardHead";
import { Closed, Loading, Problem, Select, useTitle } from "../board/bits";
import { judgeKind, languageName, ownWord } from "../board/names";
import { count } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { language } from "../i18n/language";
import { navigate, useLocation } from "../router";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/explorer.css";
import {
  type BattleEntry,
  type BattleFilter,
  type BattleList,
  type BattleQuery,
  battleQueryOf,
  listBattles,
  withBattleQuery,
} from "./api";
import { BattleCard } from "./parts";
import { useSay } from "./words";

const OUTCOMES = ["decided", "tie", "both_bad", "abstained", "split"] as const;
const OF_CONTESTANT = ["won", "lost"] as const;
const ORDERS = ["newest", "disagreement", "upset"] as const;

/** Pause after the last key before a search is asked for. */
const TYPING_MS = 300;

/** Every battle with its verdicts: search, filters in the address, and more of them on demand. */
export function BattlesPage() {
  const query = battleQueryOf(useLocation().query);
  const say = useSay();
  const key = JSON.stringify(query);
  const { value, error, busy } = useLoaded((signal) => listBattles(query, "", signal), [key]);
  useTitle(say("battles"));
  const closed = error?.code === "voting_open";
  return (
    <main id="main" class="board" tabIndex={-1} aria-busy={busy}>
      <BoardHead title={say("battles")} />
      {closed && <Closed />}
      {!closed && (
        <>
          <BattleFilters list={value} query={query} />
          {error && (
            <Problem what={say("battles_failed")} error={error}>
              <button type="button" class="button button-small" onClick={() => navigate("/battles")}>
                {say("clear_filters")}
              </button>
            </Problem>
          )}
          {value && <Results key={key} first={value} query={query} busy={busy} />}
          {!value && !error && <Loading />}
        </>
      )}
    </main>
  );
}

function BattleFilters({ list, query }: { list: BattleList | null; query: BattleQuery }) {
  const say = useSay();
  const set = (name: BattleFilter) => (value: string) => {
    const next = { ...query, [name]: value };
    if (name === "contestant" && value === "" && OF_CONTESTANT.some((one) => one === query.outcome)) {
      delete next.outcome;
    }
    navigate(withBattleQuery("/battles", next));
  };
  const filters = list?.filters;
  const plainly = (values: readonly string[] = [], text: (value: string) => string = (one) => one) =>
    values.map((value) => ({ value, text: text(value) }));
  const lists = [
    { name: "contestant", choices: plainly(filters?.contestants) },
    { name: "other", choices: plainly(filters?.contestants.filter((one) => one !== query.contestant)) },
    { name: "category", choices: plainly(filters?.categories, ownWord) },
    { name: "language", choices: plainly(filters?.languages, (tag) => languageName(tag, language())) },
    { name: "judge_kind", choices: plainly(filters?.judge_kinds, judgeKind) },
    { name: "judge", choices: plainly(filters?.judges) },
    { name: "study", choices: plainly(filters?.studies) },
  ] as const;
  const outcomes = query.contestant ? [...OUTCOMES, ...OF_CONTESTANT] : OUTCOMES;
  const any = Object.keys(query).length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not yet known to every screen reader
    <form
      role="search"
      class="filters"
      aria-label={say("search")}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchBox value={query.q ?? ""} onChange={set("q")} />
      {lists.map(({ name, choices }) =>
        choices.length > 0 || query[name] ? (
          <Select
            key={name}
            label={say(`filter_${name}`)}
            value={query[name] ?? ""}
            choices={[{ value: "", text: say(`filter_${name}_all`) }, ...choices]}
            onChange={set(name)}
          />
        ) : null,
      )}
      <Select
        label={say("filter_outcome")}
        value={query.outcome ?? ""}
        choices={[
          { value: "", text: say("filter_outcome_all") },
          ...outcomes.map((value) => ({ value, text: say(`outcome_${value}`) })),
        ]}
        onChange={set("outcome")}
      />
      <Select
        label={say("order")}
        value={query.order ?? "newest"}
        choices={ORDERS.map((value) => ({ value, text: say(`order_${value}`) }))}
        onChange={(value) => set("order")(value === "newest" ? "" : value)}
      />
      {any && (
        <button
          type="button"
          class="button button-small button-quiet filters-clear"
          onClick={() => navigate("/battles")}
        >
          {say("clear_filters")}
        </button>
      )}
    </form>
  );
}

/** Words to look for; asked for when typing pauses, or at once with Enter. */
function SearchBox({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useSay();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const change = useRef(onChange);
  change.current = onChange;
  // The address may change by other ways; what somebody is typing is left alone.
  useEffect(() => {
    if (document.activeElement !== input.current) {
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (text.trim() === value || document.activeElement !== input.current) {
      return;
    }
    const timer = window.setTimeout(() => change.current(text.trim()), TYPING_MS);
    return () => window.clearTimeout(timer);
  }, [text, value]);
  return (
    <label class="select select-search">
      <span>{say("search_words")}</span>
      <input
        ref={input}
        type="search"
        value={text}
        dir="auto"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            onChange(text.trim());
          }
        }}
      />
    </label>
  );
}

interface ResultsProps {
  /** The first battles, for a moment still those of the query before. */
  first: BattleList;
  query: BattleQuery;
  busy: boolean;
}

function Results({ first, query, busy }: ResultsProps) {
  const say = useSay();
  const [more, setMore] = useState<{ of: BattleList; rows: BattleEntry[]; next: string | null } | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  // What was added to other first battles is none of these.
  const kept = more?.of === first ? more.rows : [];
  const next = more?.of === first ? more.next : first.next;
  const load = async () => {
    if (next === null || busy) {
      return;
    }
    try {
      const page = await listBattles(query, next);
      setMore({ of: first, rows: [...kept, ...page.battles], next: page.next });
      setProblem(null);
    } catch (cause) {
      setProblem(asError(cause));
    }
  };
  const rows = [...first.battles, ...kept];
  const searched = first.searched;
  return (
    <>
      <p class="found" role="status">
        {first.total === null
          ? say("found_some", { count: rows.length })
          : say("found", { count: first.total })}
        {searched && searched.of > searched.votes && (
          <> {say("searched", { votes: count(searched.votes), of: count(searched.of) })}</>
        )}
      </p>
      {rows.length === 0 && <p class="board-empty">{say("no_battles")}</p>}
      <ol class="battle-list">
        {rows.map((battle) => (
          <li key={battle.id}>
            <BattleCard battle={battle} />
          </li>
        ))}
      </ol>
      {problem && <Problem what={say("battles_failed")} error={problem} />}
      {next !== null && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => void load()}>
          {say("more")}
        </button>
      )}
    </>
  );
}
