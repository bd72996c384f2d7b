import { Wide } from "../board/bits";
import { number } from "../i18n/messages";
import type { StudyDetail } from "./api";
import { Share, When } from "./bits";
import { useSay } from "./words";

const NUMBERS = ["votes", "skips", "matchups", "open_reservations", "masked", "replaced", "flagged"] as const;

/** How far a study is, who votes, and what is covered. */
export function StudyNumbers({ detail }: { detail: StudyDetail }) {
  const say = useSay();
  const { numbers } = detail;
  const wanted = numbers.wanted;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{say("progress")}</h2>
      {typeof wanted === "number" && (
        <p class="study-progress">
          <Share name={say("progress")} of={numbers.votes ?? 0} whole={wanted} />
          <span>{say("votes_of", { votes: numbers.votes ?? 0, wanted })}</span>
        </p>
      )}
      <dl class="facts">
        {NUMBERS.map((name) => (
          <div key={name}>
            <dt>{say(`n_${name}`)}</dt>
            <dd>{typeof numbers[name] === "number" ? number(numbers[name]) : "–"}</dd>
          </div>
        ))}
        <Right name={say("n_gold")} right={numbers.gold_right} of={numbers.gold_votes} />
        <Right name={say("n_repeat_same")} right={numbers.repeat_same} of={numbers.repeat_votes} />
      </dl>
      <MatchupCoverage numbers={numbers} />
      <Days days={detail.days} />
      <VoterTable detail={detail} />
      <Coverage detail={detail} />
    </section>
  );
}

function Right({
  name,
  right,
  of,
}: {
  name: string;
  right: number | null | undefined;
  of: number | null | undefined;
}) {
  const say = useSay();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{of ? say("of", { part: right ?? 0, whole: of }) : "–"}</dd>
    </div>
  );
}

const DEGREES = ["matchups_none", "matchups_some", "matchups_done"] as const;

/** How many of the study's matchups have no vote, some of theirs, all of theirs. */
function MatchupCoverage({ numbers }: { numbers: StudyDetail["numbers"] }) {
  const say = useSay();
  const all = numbers.matchups ?? 0;
  const wanted = typeof numbers.matchups_done === "number";
  const rows = DEGREES.filter((name) => wanted || name !== "matchups_done");
  return all === 0 ? null : (
    <Wide name={say("matchup_coverage")}>
      <table>
        <caption>{say("matchup_coverage")}</caption>
        <tbody>
          {rows.map((name) => (
            <tr key={name}>
              <th scope="row">
                {say(name === "matchups_some" && !wanted ? "n_matchups_voted" : `n_${name}`)}
              </th>
              <td class="number">{number(numbers[name] ?? 0)}</td>
              <td class="number">
                {number((numbers[name] ?? 0) / all, { style: "percent", maximumFractionDigits: 1 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Days({ days }: { days: StudyDetail["days"] }) {
  const say = useSay();
  const most = Math.max(1, ...days.map((day) => day.votes));
  if (days.length === 0) {
    return null;
  }
  return (
    <Wide name={say("votes_a_day")}>
      <table>
        <caption>{say("votes_a_day")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("day")}</th>
            <th scope="col" class="number">
              {say("votes")}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, votes }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td class="number">{number(votes)}</td>
              <td>
                <span
                  class="day-bar"
                  aria-hidden="true"
                  style={{ inlineSize: `${(12 * votes) / most}rem` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function VoterTable({ detail }: { detail: StudyDetail }) {
  const say = useSay();
  if (detail.voters.length === 0) {
    return <p class="board-empty">{say("no_voter")}</p>;
  }
  return (
    <Wide name={say("voters")}>
      <table>
        <caption>{say("voters")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("voter")}</th>
            <th scope="col" class="number">
              {say("votes")}
            </th>
            <th scope="col" class="number">
              {say("n_skips")}
            </th>
            <th scope="col" class="number">
              {say("seconds_a_vote")}
            </th>
            <th scope="col" class="number">
              {say("n_gold")}
            </th>
            <th scope="col" class="number">
              {say("n_repeat_same")}
            </th>
            <th scope="col">{say("last_vote")}</th>
          </tr>
        </thead>
        <tbody>
          {detail.voters.map((voter) => (
            <tr key={voter.voter}>
              <th scope="row">{voter.voter}</th>
              <td class="number">{number(voter.votes)}</td>
              <td class="number">{number(voter.skips)}</td>
              <td class="number">
                {voter.median_ms === null
                  ? "–"
                  : number(voter.median_ms / 1000, { maximumFractionDigits: 1 })}
              </td>
              <td class="number">
                {voter.gold_votes > 0 ? say("of", { part: voter.gold_right, whole: voter.gold_votes }) : "–"}
              </td>
              <td class="number">
                {voter.repeat_votes > 0
                  ? say("of", { part: voter.repeat_same, whole: voter.repeat_votes })
                  : "–"}
              </td>
              <td>
                <When at={voter.last_vote_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function Coverage({ detail }: { detail: StudyDetail }) {
  const say = useSay();
  if (detail.coverage.length === 0) {
    return null;
  }
  return (
    <Wide name={say("coverage")}>
      <table>
        <caption>{say("coverage")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("contestant")}</th>
            <th scope="col" class="number">
              {say("battles")}
            </th>
            <th scope="col" class="number">
              {say("votes")}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.coverage.map((row) => (
            <tr key={row.contestant}>
              <th scope="row" dir="auto">
                {row.contestant}
              </th>
              <td class="number">{number(row.battles)}</td>
              <td class="number">{number(row.votes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
