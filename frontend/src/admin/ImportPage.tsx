import { useId, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { useTitle, Wide } from "../board/bits";
import { words } from "../format";
import { colon } from "../i18n/language";
import { number } from "../i18n/messages";
import "../styles/reading.css";
import "../styles/admin.css";
import { type ImportAnswer, importFile } from "./api";
import { AdminMain, Refusal } from "./bits";
import { useSay } from "./words";

/** Brings a file in: first a look at what would happen, then the import itself. */
export function ImportPage() {
  const say = useSay();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [skipInvalid, setSkipInvalid] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useTitle(say("import"));
  const send = async (dryRun: boolean) => {
    if (file === null || busy) {
      return;
    }
    setBusy(true);
    setAnswer(null);
    setError(null);
    try {
      setAnswer(await importFile(file, { dryRun, skipInvalid }));
    } catch (cause) {
      setError(asError(cause));
    }
    setBusy(false);
  };
  const clean = answer?.dry_run === true && (answer.problems_total === 0 || skipInvalid);
  return (
    <AdminMain at="/admin/import" title={say("import")}>
      <p>{say("import_about")}</p>
      <div class="import-form">
        <div class="field">
          <label for={`${id}-file`}>{say("import_file")}</label>
          <input
            id={`${id}-file`}
            type="file"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setAnswer(null);
            }}
          />
        </div>
        <label class="field-check">
          <input
            type="checkbox"
            checked={skipInvalid}
            onChange={(event) => setSkipInvalid(event.currentTarget.checked)}
          />
          {say("import_skip_invalid")}
        </label>
        <button
          type="button"
          class="button"
          aria-disabled={file === null || busy}
          onClick={() => void send(true)}
        >
          {say("import_preview")}
        </button>
        <button
          type="button"
          class="button button-main"
          aria-disabled={!clean || busy}
          onClick={() => clean && void send(false)}
        >
          {say("import_now")}
        </button>
      </div>
      <p role="status">{busy ? say("importing") : ""}</p>
      {error && <Refusal error={error} />}
      {answer && <Answer answer={answer} />}
    </AdminMain>
  );
}

function Answer({ answer }: { answer: ImportAnswer }) {
  const say = useSay();
  const counts = Object.entries(answer.counts).filter(([, value]) => value > 0);
  return (
    <section aria-labelledby="import-answer">
      <h2 id="import-answer">{say(answer.dry_run ? "import_would" : "import_did")}</h2>
      <p role="status">
        {answer.name}
        {colon()}
        {words(answer.shape, false)}.{" "}
        {answer.problems_total === 0 ? say("no_problem") : say("problems", { count: answer.problems_total })}
      </p>
      {counts.length > 0 && (
        <dl class="facts">
          {counts.map(([name, value]) => (
            <div key={name}>
              <dt>{words(name)}</dt>
              <dd>{number(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {answer.problems.length > 0 && <Problems answer={answer} />}
    </section>
  );
}

function Problems({ answer }: { answer: ImportAnswer }) {
  const say = useSay();
  const more = answer.problems_total - answer.problems.length;
  return (
    <>
      <Wide name={say("import_problems")}>
        <table>
          <caption>{say("import_problems")}</caption>
          <thead>
            <tr>
              <th scope="col" class="number">
                {say("line")}
              </th>
              <th scope="col">{say("field")}</th>
              <th scope="col">{say("found")}</th>
              <th scope="col">{say("allowed")}</th>
              <th scope="col">{say("do_next")}</th>
            </tr>
          </thead>
          <tbody>
            {answer.problems.map((problem, index) => (
              <tr key={index}>
                <td class="number">{problem.line > 0 ? number(problem.line) : "–"}</td>
                <td>{problem.field ?? "–"}</td>
                <td dir="auto">{problem.found ?? "–"}</td>
                <td>{problem.allowed}</td>
                <td>{problem.next || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      {more > 0 && <p>{say("more_problems", { count: more })}</p>}
    </>
  );
}
