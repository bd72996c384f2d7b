import { useEffect, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Go, Problem } from "../board/bits";
import { letterOf } from "../format";
import { language } from "../i18n/language";
import { Name } from "../ui/Name";
import { verdictText } from "../voting/texts";
import { type OwnVote, readOwnVotes } from "./api";
import { useSay } from "./words";

/** What this voter said so far, newest first, on whichever device; nothing before the first vote. */
export function OwnVotes() {
  const say = useSay();
  const [votes, setVotes] = useState<readonly OwnVote[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const read = (after: string | null) =>
    readOwnVotes(after).then(
      (page) => {
        setVotes((before) => (after === null ? page.votes : [...before, ...page.votes]));
        setNext(page.next);
        setError(null);
      },
      (cause) => setError(asError(cause)),
    );
  useEffect(() => void read(null), []);
  if (votes.length === 0 && error === null) {
    return null;
  }
  return (
    <section class="me-part" aria-labelledby="own-votes">
      <h2 id="own-votes">{say("own_votes")}</h2>
      <ol class="own-votes">
        {votes.map((vote) => (
          <OneVote key={vote.vote} vote={vote} />
        ))}
      </ol>
      {error && <Problem error={error} />}
      {next !== null && (
        <button type="button" class="button" onClick={() => void read(next)}>
          {say("own_older")}
        </button>
      )}
    </section>
  );
}

function OneVote({ vote }: { vote: OwnVote }) {
  const say = useSay();
  return (
    <li>
      <p>
        <strong>
          {vote.verdict === null ? say("own_withdrawn") : verdictText(vote.verdict, vote.ranks ?? [])}
        </strong>
        <time dateTime={vote.cast_at}>
          {new Date(vote.cast_at).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" })}
        </time>
        {vote.study !== null && <Go to={`/s/${encodeURIComponent(vote.study)}`}>{vote.study}</Go>}
      </p>
      <p class="own-prompt" dir="auto">
        {vote.prompt}
      </p>
      {vote.responses.length > 0 && (
        <p class="own-names">
          {vote.responses.map(({ position, model_name }) => (
            <span key={position}>
              <b>{letterOf(position)}</b> <Name of={model_name} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
