import { type Change, diffWordsWithSpace } from "diff";
import { useMemo } from "preact/hooks";
import { useSay } from "./words";

/** Longer texts are not compared: it would take the browser too long. */
const MOST = 60_000;

interface DiffProps {
  first: { name: string; text: string };
  second: { name: string; text: string };
}

/** Where two responses differ, word by word: what only one says is marked, what both say is plain. */
export function TextDiff({ first, second }: DiffProps) {
  const say = useSay();
  const parts = useMemo(() => compare(first.text, second.text), [first.text, second.text]);
  if (parts === null) {
    return <p class="board-empty">{say("diff_too_long")}</p>;
  }
  return (
    <div class="diff word-diff">
      <p class="diff-key">
        <span>
          <del class="diff-first">{say("diff_only", { name: first.name })}</del>
        </span>
        <span>
          <ins class="diff-second">{say("diff_only", { name: second.name })}</ins>
        </span>
        <span>{say("diff_both")}</span>
      </p>
      <pre class="words" dir="auto">
        {parts.map((part, index) => shown(part, index))}
      </pre>
    </div>
  );
}

function shown(part: Change, key: number) {
  if (part.removed) {
    return (
      <del key={key} class="diff-first">
        {part.value}
      </del>
    );
  }
  return part.added ? (
    <ins key={key} class="diff-second">
      {part.value}
    </ins>
  ) : (
    part.value
  );
}

function compare(first: string, second: string): Change[] | null {
  if (first.length + second.length > MOST) {
    return null;
  }
  return diffWordsWithSpace(first, second, { timeout: 2_000 }) ?? null;
}
