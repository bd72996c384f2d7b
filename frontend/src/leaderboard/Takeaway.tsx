import { useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { boardPath, freeze } from "../board/api";
import { Go } from "../board/bits";
import { fileStem, type Query } from "../board/query";
import { Dialog } from "../ui/Dialog";
import { ErrorText } from "../ui/ErrorText";
import { isAnalyst, useMe } from "../ui/site";
import { useSay } from "./words";

const FORMATS = [
  ["json", "JSON", "json"],
  ["csv", "CSV", "csv"],
  ["markdown", "Markdown", "md"],
  ["latex", "LaTeX", "tex"],
  ["html", "HTML", "html"],
] as const;

/** The table as a file, and as a page that never changes again. */
export function Takeaway({ query }: { query: Query }) {
  const say = useSay();
  const stem = ["leaderboard", fileStem(query)].filter((part) => part !== "").join("_");
  return (
    <div class="downloads">
      <span>{say("download")}</span>
      {FORMATS.map(([format, name, ending]) => (
        <a key={format} href={boardPath(query, { format })} download={`${stem}.${ending}`}>
          {name}
        </a>
      ))}
      <Freeze query={query} />
    </div>
  );
}

/** Analysts can keep the board as it is now under an address of its own. Others are not shown what they may not do. */
function Freeze({ query }: { query: Query }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const may = isAnalyst(useMe());
  if (!may) {
    return null;
  }
  return (
    <>
      <button type="button" class="button button-small freeze" onClick={() => setOpen(true)}>
        <span aria-hidden="true">❄</span> {say("freeze")}
      </button>
      {open && <FreezeDialog query={query} onClose={() => setOpen(false)} />}
    </>
  );
}

function FreezeDialog({ query, onClose }: { query: Query; onClose: () => void }) {
  const say = useSay();
  const [note, setNote] = useState("");
  const [url, setUrl] = useState("");
  const [problem, setProblem] = useState<ApiError | null>(null);
  const send = async () => {
    try {
      setUrl((await freeze(query, note.trim())).url);
      setProblem(null);
    } catch (cause) {
      setProblem(asError(cause));
    }
  };
  return (
    <Dialog title={say("freeze_title")} onClose={onClose}>
      {url === "" ? (
        <form
          class="freeze-form"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p>{say("freeze_help")}</p>
          <label class="select">
            <span>{say("freeze_note")}</span>
            <input
              type="text"
              maxLength={500}
              value={note}
              onInput={(event) => setNote(event.currentTarget.value)}
            />
          </label>
          {problem && (
            <p role="alert" class="banner banner-error">
              {say("freeze_failed")} <ErrorText error={problem} />
            </p>
          )}
          <button type="submit" class="button button-main">
            {say("freeze_do")}
          </button>
        </form>
      ) : (
        <p role="status">
          {say("freeze_done")} <Go to={url}>{`${window.location.origin}${url}`}</Go>
        </p>
      )}
    </Dialog>
  );
}
