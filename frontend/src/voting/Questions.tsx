import { useEffect, useId, useRef } from "preact/hooks";
import type { Answers, Question } from "../api";
import { chosen, optionsOf } from "./answers";
import { useSay } from "./words";

interface QuestionsProps {
  questions: readonly Question[];
  answers: Answers;
  /** Those that must be answered before the verdict is sent. */
  missing: readonly string[];
  open: boolean;
  onAnswers: (answers: Answers) => void;
  /** Ctrl+Enter inside a text box. */
  onSubmit: () => void;
}

/** What a study asks beside the verdict. */
export function Questions({ questions, answers, missing, open, onAnswers, onSubmit }: QuestionsProps) {
  const say = useSay();
  const box = useRef<HTMLElement>(null);
  // A verdict that lacks an answer puts the focus where it is missing.
  useEffect(() => {
    if (missing.length > 0) {
      box.current?.querySelector<HTMLElement>(".question-missing :is(input, textarea)")?.focus();
    }
  }, [missing.join(" ")]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      document.querySelector<HTMLElement>(".pane-body")?.focus();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      document.querySelector<HTMLElement>(".pane-body")?.focus();
      onSubmit();
    }
  };
  return (
    <section ref={box} class="questions" aria-label={say("questions")} data-questions onKeyDown={onKeyDown}>
      {questions.map((question) => (
        <Asked
          key={question.id}
          question={question}
          answers={answers}
          missing={missing.includes(question.id)}
          open={open}
          onAnswers={onAnswers}
        />
      ))}
    </section>
  );
}

interface AskedProps {
  question: Question;
  answers: Answers;
  missing: boolean;
  open: boolean;
  onAnswers: (answers: Answers) => void;
}

function Asked({ question, answers, missing, open, onAnswers }: AskedProps) {
  const say = useSay();
  const name = useId();
  const errorId = useId();
  const error = missing && (
    <span id={errorId} class="question-error">
      {say("answer_missing")}
    </span>
  );
  const title = (
    <>
      <span dir="auto">{question.text}</span>
      {question.required && <span class="question-required"> {say("required")}</span>}
      {error}
    </>
  );
  const state = `question question-${question.type}${missing ? " question-missing" : ""}`;
  const described = missing ? { "aria-describedby": errorId, "aria-invalid": true } : {};
  const answer = answers[question.id];
  if (question.type === "text") {
    return (
      <label class={state}>
        <span class="question-title">{title}</span>
        <textarea
          rows={1}
          maxLength={2000}
          dir="auto"
          required={question.required ?? false}
          disabled={!open}
          value={typeof answer === "string" ? answer : ""}
          {...described}
          onInput={(event) => onAnswers({ ...answers, [question.id]: event.currentTarget.value })}
        />
      </label>
    );
  }
  const several = question.type === "choices";
  const isChosen = (value: string) => answer === value || (Array.isArray(answer) && answer.includes(value));
  return (
    <fieldset class={state} disabled={!open} {...(missing ? { "aria-describedby": errorId } : {})}>
      <legend class="question-title">{title}</legend>
      <div class="question-options">
        {optionsOf(question).map(({ value, text }) => (
          <label key={value} class="option">
            <input
              type={several ? "checkbox" : "radio"}
              name={name}
              value={value}
              checked={isChosen(value)}
              onChange={() => onAnswers(chosen(answers, question, value))}
            />
            <span dir="auto">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
