/** Answers to a study's questions while they are being given. */
import type { Answers, Question } from "../api";

export const NO_ANSWERS: Answers = {};

export function isAnswered(answers: Answers, id: string): boolean {
  const answer = answers[id];
  return answer !== undefined && (typeof answer === "string" ? answer.trim() !== "" : answer.length > 0);
}

/** Questions that need an answer before a verdict can be sent, in their order. */
export function missingAnswers(questions: readonly Question[], answers: Answers): string[] {
  return questions.filter(({ required, id }) => required && !isAnswered(answers, id)).map(({ id }) => id);
}

/** The answers that were given, in the order of the questions; null where there are none. */
export function givenAnswers(questions: readonly Question[], answers: Answers): Answers | null {
  const given = questions.flatMap(({ id }) => {
    const answer = answers[id];
    return answer !== undefined && isAnswered(answers, id) ? [[id, answer] as const] : [];
  });
  return given.length > 0 ? Object.fromEntries(given) : null;
}

/** Chooses a value, or with `several` adds or removes it; the values keep the order of the options. */
export function chosen(answers: Answers, question: Question, value: string): Answers {
  if (question.type !== "choices") {
    return { ...answers, [question.id]: value };
  }
  const before = answers[question.id];
  const values = Array.isArray(before) ? (before as readonly string[]) : [];
  const after = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const order = optionsOf(question).map((option) => option.value);
  return { ...answers, [question.id]: order.filter((other) => after.includes(other)) };
}

/** What can be chosen; a scale without steps of its own has five. */
export function optionsOf(question: Question): { value: string; text: string }[] {
  const own = question.options ?? [];
  return own.length > 0 || question.type !== "scale"
    ? own
    : ["1", "2", "3", "4", "5"].map((value) => ({ value, text: value }));
}
