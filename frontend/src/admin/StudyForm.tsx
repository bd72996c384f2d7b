import { useId, useState } from "preact/hooks";
import type { ApiError } from "../api";
import type { Settings } from "./api";
import { Refusal } from "./bits";
import { type Field, GROUPS, keyOf, lines, minutesOf, names, read, write } from "./fields";
import { QuestionsEditor } from "./QuestionsEditor";
import { useSay } from "./words";

interface StudyFormProps {
  settings: Settings;
  /** Whether the study exists, so that its key stays. */
  exists: boolean;
  onSave: (settings: Settings) => Promise<ApiError | null>;
}

/** All settings of a study, in groups; and the same as text, for what the groups do not show. */
export function StudyForm({ settings, exists, onSave }: StudyFormProps) {
  const say = useSay();
  const [draft, setDraft] = useState(settings);
  const [error, setError] = useState<ApiError | null>(null);
  const [saving, setSaving] = useState(false);
  const change = (path: string, value: unknown) => {
    setDraft((old) => {
      const next = write(old, path, value);
      const follows = !exists && path === "name" && (old.key ?? "") === keyOf(String(old.name ?? ""));
      return follows ? write(next, "key", keyOf(String(value ?? ""))) : next;
    });
  };
  const save = async (event: Event) => {
    event.preventDefault();
    setSaving(true);
    setError(await onSave(draft));
    setSaving(false);
  };
  return (
    <form class="study-form" onSubmit={(event) => void save(event)}>
      {GROUPS.map((group) => (
        <fieldset key={group.title}>
          <legend>{say(group.title)}</legend>
          {group.fields.map((field) => (
            <FieldInput
              key={field.path}
              field={field}
              value={read(draft, field.path)}
              locked={exists && field.once === true}
              onChange={(value) => change(field.path, value)}
            />
          ))}
          {group.title === "g_how" && (
            <QuestionsEditor value={draft.questions} onChange={(value) => change("questions", value)} />
          )}
        </fieldset>
      ))}
      <AsText settings={draft} onChange={setDraft} />
      {error && <Refusal error={error} />}
      <button type="submit" class="button button-main" aria-disabled={saving}>
        {say(saving ? "saving" : exists ? "save_version" : "create")}
      </button>
    </form>
  );
}

interface FieldInputProps {
  field: Field;
  value: unknown;
  locked: boolean;
  onChange: (value: unknown) => void;
}

function FieldInput({ field, value, locked, onChange }: FieldInputProps) {
  const say = useSay();
  const id = useId();
  const help = field.help && (
    <p class="field-help" id={`${id}-help`}>
      {say(field.help)}
    </p>
  );
  const described = field.help ? `${id}-help` : undefined;
  if (field.kind === "check") {
    return (
      <div class="field">
        <label class="field-check">
          <input
            type="checkbox"
            checked={value === true}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          {say(field.label)}
        </label>
        {help}
      </div>
    );
  }
  return (
    <div class={field.kind === "long" ? "field field-long" : "field"} data-field={field.path}>
      <label for={id}>{say(field.label)}</label>
      <Input field={field} id={id} described={described} value={value} locked={locked} onChange={onChange} />
      {help}
    </div>
  );
}

interface InputProps extends FieldInputProps {
  id: string;
  described: string | undefined;
}

function Input({ field, id, described, value, locked, onChange }: InputProps) {
  const say = useSay();
  const common = { id, "aria-describedby": described };
  switch (field.kind) {
    case "choice":
      return (
        <select
          {...common}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {(field.choices ?? []).map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      );
    case "long":
      return (
        <textarea
          {...common}
          rows={8}
          dir="auto"
          value={String(value ?? "")}
          onInput={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    case "names":
      return (
        <textarea
          {...common}
          rows={3}
          dir="auto"
          defaultValue={lines(value)}
          onChange={(event) =>
            onChange(names(event.currentTarget.value) ?? (field.path === "contestants" ? "all" : undefined))
          }
        />
      );
    case "duration":
      return (
        <input
          {...common}
          type="number"
          min={1}
          value={minutesOf(value) ?? ""}
          onInput={(event) =>
            onChange(event.currentTarget.value === "" ? undefined : `PT${event.currentTarget.value}M`)
          }
        />
      );
    case "number":
      return (
        <input
          {...common}
          type="number"
          min={field.min}
          max={field.max}
          step={field.step ?? 1}
          value={typeof value === "number" ? value : ""}
          onInput={(event) => onChange(numberOf(event.currentTarget.value, field.unlimited === true))}
        />
      );
    default:
      return (
        <input
          {...common}
          type="text"
          dir="auto"
          readOnly={locked}
          value={String(value ?? "")}
          onInput={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
  }
}

function numberOf(text: string, unlimited: boolean): number | null | undefined {
  return text === "" ? (unlimited ? null : undefined) : Number(text);
}

/** The settings as JSON: what the groups above do not show can be changed here. */
function AsText({ settings, onChange }: { settings: Settings; onChange: (settings: Settings) => void }) {
  const say = useSay();
  const id = useId();
  const [wrong, setWrong] = useState<string | null>(null);
  const text = JSON.stringify(settings, null, 2);
  const take = (given: string) => {
    try {
      const value: unknown = JSON.parse(given);
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new SyntaxError(say("text_no_object"));
      }
      setWrong(null);
      onChange(value as Settings);
    } catch (cause) {
      setWrong(cause instanceof Error ? cause.message : String(cause));
    }
  };
  return (
    <details class="as-text">
      <summary>{say("as_text")}</summary>
      <label for={id}>{say("as_text_label")}</label>
      <textarea
        id={id}
        class="code"
        dir="ltr"
        rows={16}
        spellcheck={false}
        defaultValue={text}
        key={wrong === null ? text : "kept"}
        aria-invalid={wrong !== null}
        onChange={(event) => take(event.currentTarget.value)}
      />
      {wrong !== null && (
        <p class="banner banner-error" role="alert">
          {say("text_wrong", { cause: wrong })}
        </p>
      )}
    </details>
  );
}
