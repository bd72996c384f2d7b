import { useId } from "preact/hooks";
import { useSay } from "./words";

interface Question {
  id: string;
  text: string;
  type: string;
  options?: { value: string; text: string }[];
  required?: boolean;
}

const TYPES = ["choice", "choices", "text", "scale"] as const;

interface QuestionsEditorProps {
  value: unknown;
  onChange: (value: Question[] | undefined) => void;
}

/** What voters are asked beside their verdict. */
export function QuestionsEditor({ value, onChange }: QuestionsEditorProps) {
  const say = useSay();
  const questions = Array.isArray(value) ? (value as Question[]) : [];
  const change = (index: number, next: Question | null) => {
    const changed = questions.flatMap((question, at) => (at === index ? (next ? [next] : []) : [question]));
    onChange(changed.length === 0 ? undefined : changed);
  };
  const add = () => {
    onChange([
      ...questions,
      { id: freeId(questions), text: "", type: "choice", options: [], required: false },
    ]);
  };
  return (
    <fieldset class="questions-editor">
      <legend>{say("questions")}</legend>
      {questions.map((question, index) => (
        <OneQuestion
          key={question.id}
          number={index + 1}
          question={question}
          onChange={(next) => change(index, next)}
        />
      ))}
      <button type="button" class="button" onClick={add}>
        {say("add_question")}
      </button>
    </fieldset>
  );
}

/** The first of q1, q2, … that no question has. */
function freeId(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ id }) => id));
  let number = 1;
  while (taken.has(`q${number}`)) {
    number += 1;
  }
  return `q${number}`;
}

interface OneQuestionProps {
  number: number;
  question: Question;
  onChange: (question: Question | null) => void;
}

function OneQuestion({ number, question, onChange }: OneQuestionProps) {
  const say = useSay();
  const id = useId();
  const optionLines = (question.options ?? []).map(({ value, text }) => `${value}: ${text}`).join("\n");
  const withOptions = question.type !== "text";
  return (
    <fieldset class="question">
      <legend>{say("question_number", { number })}</legend>
      <div class="field">
        <label for={`${id}-text`}>{say("question_text")}</label>
        <input
          id={`${id}-text`}
          type="text"
          dir="auto"
          value={question.text}
          onInput={(event) => onChange({ ...question, text: event.currentTarget.value })}
        />
      </div>
      <div class="field">
        <label for={`${id}-type`}>{say("question_type")}</label>
        <select
          id={`${id}-type`}
          value={question.type}
          onChange={(event) => onChange({ ...question, type: event.currentTarget.value })}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {say(`t_${type}`)}
            </option>
          ))}
        </select>
      </div>
      {withOptions && (
        <div class="field">
          <label for={`${id}-options`}>{say("question_options")}</label>
          <textarea
            id={`${id}-options`}
            rows={3}
            dir="auto"
            defaultValue={optionLines}
            onChange={(event) => onChange({ ...question, options: optionsOf(event.currentTarget.value) })}
          />
        </div>
      )}
      <label class="field-check">
        <input
          type="checkbox"
          checked={question.required === true}
          onChange={(event) => onChange({ ...question, required: event.currentTarget.checked })}
        />
        {say("question_required")}
      </label>
      <button type="button" class="button button-quiet" onClick={() => onChange(null)}>
        {say("remove_question", { number })}
      </button>
    </fieldset>
  );
}

/** "facts: It has its facts right", one a line; a line without a colon is both value and text. */
export function optionsOf(text: string): { value: string; text: string }[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const colon = line.indexOf(":");
      return colon > 0
        ? { value: line.slice(0, colon).trim(), text: line.slice(colon + 1).trim() }
        : { value: line, text: line };
    });
}
