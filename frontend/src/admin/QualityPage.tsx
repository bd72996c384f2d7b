import { useState } from "preact/hooks";
import { Select, useTitle, Wide } from "../board/bits";
import { fixed, NONE, signed } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { number } from "../i18n/messages";
import { navigate, useLocation } from "../router";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/admin.css";
import { type CheckedVoter, listStudies, type QualityReport, type RatingChange, readQuality } from "./api";
import { AdminMain, Refusal } from "./bits";
import { DecisionMark, SignalMark, useCheckName, VoterPart } from "./QualityVoter";
import { useSay } from "./words";

/** Voters beside what every check says of them, and decisions on how their votes count. */
export function QualityPage() {
  const say = useSay();
  const { query } = useLocation();
  const study = query.get("study") || null;
  const [times, setTimes] = useState(0);
  const [changes, setChanges] = useState(false);
  const { value, error } = useLoaded(() => readQuality(study, changes), [study, changes, times]);
  const studies = useLoaded(listStudies, []);
  useTitle(say("quality"));
  const choices = [
    { value: "", text: say("q_all") },
    ...(studies.value?.studies ?? []).map(({ key, name }) => ({ value: key, text: name })),
  ];
  return (
    <AdminMain at="/admin/quality" title={say("quality")}>
      <p class="page-about">{say("q_about")}</p>
      <Select
        label={say("q_study")}
        value={study ?? ""}
        choices={choices}
        onChange={(key) => navigate(key === "" ? "/admin/quality" : `/admin/quality?study=${key}`)}
      />
      {error && <Refusal error={error} />}
      {value === null && error === null && <p>{say("loading")}</p>}
      {value && <Report report={value} key={study} onDecided={() => setTimes((before) => before + 1)} />}
      {value && !changes && (
        <p>
          <button type="button" class="button" onClick={() => setChanges(true)}>
            {say("q_show_changes")}
          </button>
        </p>
      )}
      {value?.sensitivity && <Changes changes={value.sensitivity} />}
    </AdminMain>
  );
}

function Report({ report, onDecided }: { report: QualityReport; onDecided: () => void }) {
  const say = useSay();
  const checkName = useCheckName();
  const [chosen, setChosen] = useState<string | null>(null);
  const voter = report.voters.find((one) => one.voter === chosen);
  return (
    <>
      {report.alarms.map((alarm) => (
        <div class="banner" key={alarm.check}>
          <p>
            {say("q_alarm", { check: checkName(alarm.check), voters: alarm.voters })}{" "}
            <bdi lang="en">{alarm.message}</bdi>
          </p>
        </div>
      ))}
      {report.voters.length === 0 ? (
        <p class="board-empty">{say("no_voter")}</p>
      ) : (
        <Signals voters={report.voters} chosen={chosen} onChoose={setChosen} />
      )}
      {voter && <VoterPart key={voter.voter} voter={voter} study={report.study} onDecided={onDecided} />}
    </>
  );
}

interface SignalsProps {
  voters: CheckedVoter[];
  chosen: string | null;
  onChoose: (voter: string) => void;
}

function Signals({ voters, chosen, onChoose }: SignalsProps) {
  const say = useSay();
  const checkName = useCheckName();
  const checks = voters[0]?.signals.map(({ id }) => id) ?? [];
  return (
    <Wide name={say("q_table")}>
      <table class="signals">
        <caption>{say("q_table")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("voter")}</th>
            <th scope="col">{say("q_decision")}</th>
            <th scope="col" class="number">
              {say("votes")}
            </th>
            <th scope="col" class="number">
              {say("q_suspect")}
            </th>
            {checks.map((id) => (
              <th scope="col" key={id}>
                {checkName(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {voters.map((voter) => (
            <tr key={voter.voter} class={voter.voter === chosen ? "signals-chosen" : undefined}>
              <th scope="row">
                <button
                  type="button"
                  class="button button-small"
                  aria-pressed={voter.voter === chosen}
                  onClick={() => onChoose(voter.voter)}
                >
                  <Name of={voter.voter} />
                </button>
              </th>
              <td>{voter.decision ? <DecisionMark decision={voter.decision} /> : NONE}</td>
              <td class="number">{number(voter.votes)}</td>
              <td class="number">{number(voter.suspect)}</td>
              {checks.map((id) => (
                <td key={id}>
                  <SignalMark signal={voter.signals.find((signal) => signal.id === id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

/** The board with and without the decisions. */
function Changes({ changes }: { changes: RatingChange[] }) {
  const say = useSay();
  const shown = (value: number | null) => (value === null ? NONE : fixed(value, 1));
  return (
    <Wide name={say("q_changes")}>
      <table>
        <caption>{say("q_changes")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("contestant")}</th>
            <th scope="col" class="number">
              {say("q_with")}
            </th>
            <th scope="col" class="number">
              {say("q_without")}
            </th>
            <th scope="col" class="number">
              {say("q_change")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.model_name}>
              <th scope="row" dir="auto">
                <Name of={change.model_name} />
              </th>
              <td class="number">{shown(change.rating)}</td>
              <td class="number">{shown(change.rating_without)}</td>
              <td class="number">{change.rating_change === null ? NONE : signed(change.rating_change, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
