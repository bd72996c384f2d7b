import { Go, useTitle, Wide } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import { number } from "../i18n/messages";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/admin.css";
import { listStudies, type StudyHead } from "./api";
import { AdminMain, Refusal, Share, StateMark, When } from "./bits";
import { Invites } from "./Invites";
import { useSay } from "./words";

/** All studies, and invitations to the arena as a whole. */
export function AdminPage() {
  const say = useSay();
  const { value, error } = useLoaded(listStudies, []);
  useTitle(say("administration"));
  return (
    <AdminMain at="/admin" title={say("studies")}>
      <p class="page-actions">
        <Go to="/admin/studies/new" kind="button button-main">
          {say("new_study")}
        </Go>
      </p>
      {error && <Refusal error={error} />}
      {value && value.studies.length === 0 && <p class="board-empty">{say("no_study")}</p>}
      {value && value.studies.length > 0 && <StudyTable studies={value.studies} />}
      {value && <Invites study={null} />}
    </AdminMain>
  );
}

function StudyTable({ studies }: { studies: StudyHead[] }) {
  const say = useSay();
  return (
    <Wide name={say("studies")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("f_name")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col" class="number">
              {say("votes")}
            </th>
            <th scope="col">{say("progress")}</th>
            <th scope="col" class="number">
              {say("voters")}
            </th>
            <th scope="col">{say("last_vote")}</th>
          </tr>
        </thead>
        <tbody>
          {studies.map((study) => (
            <tr key={study.key}>
              <th scope="row">
                <Go to={`/admin/studies/${study.key}`}>
                  <Name of={study.name} />
                </Go>
              </th>
              <td>
                <StateMark state={study.state} />
              </td>
              <td class="number">{number(study.votes)}</td>
              <td>
                {study.wanted === null ? (
                  say("no_limit")
                ) : (
                  <>
                    <Share name={say("progress")} of={study.votes} whole={study.wanted} />
                    <small class="share-words">
                      {say("votes_of", { votes: study.votes, wanted: study.wanted })}
                    </small>
                  </>
                )}
              </td>
              <td class="number">{number(study.voters)}</td>
              <td>
                <When at={study.last_vote_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
