import { answerInWords, type OfferedOption } from './answer-words.ts';
import type { Question } from './question.ts';
import { questionFieldNames, type Posted } from './read-posted.ts';
import { type FormWords } from './words.ts';

/** What a field holds, without empty values: a box that was not ticked and one that is not there are the same. */
function held(values: Posted, name: string): string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return (Array.isArray(value) ? value : [value ?? '']).filter((each) => each !== '');
}

const sameText = (one: string): string => one.replace(/\r\n?/g, '\n').trim();

/** Whether the fields of a question hold the same in both. */
function agrees(question: Question, one: Posted, other: Posted): boolean {
  const all = (values: Posted) =>
    questionFieldNames(question).map((name) => held(values, name).map(sameText).sort());
  return JSON.stringify(all(one)) === JSON.stringify(all(other));
}

/**
 * Questions of a page that were answered differently in two of its versions. Who told the partner is never among them:
 * neither version of it is shown.
 */
export function differingQuestions(questions: readonly Question[], saved: Posted, typed: Posted): Question[] {
  return questions.filter(
    (question) => question.dataClass !== 'source_identity' && !agrees(question, saved, typed),
  );
}

/** What was typed, with the saved answers in place of those to these questions. */
export function withSavedAnswers(
  questions: readonly Question[],
  ids: readonly string[],
  saved: Posted,
  typed: Posted,
): Posted {
  const names = questions.filter(({ id }) => ids.includes(id)).flatMap(questionFieldNames);
  const kept = Object.entries(typed).filter(([name]) => !names.includes(name));
  const taken = names.flatMap((name): [string, string | string[]][] =>
    Object.hasOwn(saved, name) ? [[name, saved[name] ?? '']] : [],
  );
  return Object.fromEntries([...kept, ...taken]);
}

/** What fields hold, as people read it, whether or not it would be taken as an answer: a line for each; none if empty. */
export function fieldsInWords(
  question: Question,
  values: Posted,
  t: FormWords,
  offered: readonly OfferedOption[] = [],
): string[] {
  const names = questionFieldNames(question);
  const all = names.flatMap((name) => held(values, name));
  switch (question.kind) {
    case 'date': {
      const [precision = '', ...parts] = names.map((name) => held(values, name).join(' '));
      const how = question.precisions.find((each) => each === precision);
      const typed = (how ? parts : [precision, ...parts]).filter((part) => part !== '').join(' ');
      return [how && how !== 'exact' ? t.date.precisions[how] : '', typed].filter((line) => line !== '');
    }
    case 'checkboxes':
    case 'texts':
    case 'selects':
      return answerInWords(question, all, t, offered);
    case 'number':
      return all;
    default: {
      const [one] = all;
      const lines = answerInWords(question, one, t, offered);
      return lines.length > 0 || one === undefined ? lines : [t.siteNotListed];
    }
  }
}
