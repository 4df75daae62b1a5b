import { answerOf, isDateAnswer, isSealed, itemsOf, type Answers, type DateAnswer } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import { namedEntry } from './entries.ts';
import type { Question } from './question.ts';
import type { OpenAnswers } from './source-identity.ts';
import { isVisible, visiblePages, visibleQuestions } from './visible.ts';

/** One answer in an export. Null: asked and left blank. */
export type ExportedValue = string | number | string[] | null;

/** One entry of a list: `entry` is how links name it, such as "people-2". */
export type ExportedEntry = { entry: string } & Record<string, ExportedValue>;

/**
 * Answers by exported name, lists as arrays of entries under the list's name. Codes, not words: the words of a version
 * are in its definition. A date is `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `from/to`, "ongoing", "ongoing since" and their words, "unknown" or, where the reporter said
 * about when it was, their own words. Who told the partner reads "sealed" and nothing else.
 */
export type ExportedAnswers = { form_version: number } & Record<string, ExportedValue | ExportedEntry[]>;

const snakeCase = (slug: string) => slug.replaceAll('-', '_');

function exportedDate(answer: DateAnswer): ExportedValue {
  switch (answer.precision) {
    case 'exact':
      return answer.date;
    case 'month':
      return answer.month;
    case 'year':
      return answer.year;
    case 'ongoing':
      return answer.since === undefined ? answer.precision : `${answer.precision} since ${answer.since}`;
    case 'about':
      return answer.words;
    case 'range':
      return `${answer.from}/${answer.to}`;
    default:
      return answer.precision;
  }
}

function exportedValue(question: Question, value: unknown, whole: Answers): ExportedValue {
  if (value === undefined) return null;
  if (isSealed(value) || question.dataClass === 'source_identity') return 'sealed';
  if (question.kind === 'date') return isDateAnswer(value) ? exportedDate(value) : null;
  if (question.kind === 'entry') {
    const entry = namedEntry(whole, value);
    return entry === null ? null : `${snakeCase(entry.sectionId)}-${entry.position}`;
  }
  if (typeof value === 'string' || typeof value === 'number') return value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;
}

function exportedQuestions(
  questions: Question[],
  answers: Answers,
  whole: Answers,
): Record<string, ExportedValue> {
  return Object.fromEntries(
    visibleQuestions(questions, answers).flatMap((question) => {
      const value = exportedValue(question, answerOf(answers, question.id), whole);
      return [[question.exportedName, value] as const, ...earlierList(question, value)];
    }),
  );
}

/** The list of earlier versions that the answer to a question stands for. */
function earlierList(question: Question, value: ExportedValue): [string, ExportedValue][] {
  if (question.kind !== 'checkboxes' || question.standsFor === undefined) return [];
  const { exportedName, codes } = question.standsFor;
  const stood = Array.isArray(value) ? value.flatMap((code) => codes[code] ?? []) : [];
  return [[exportedName, stood.length > 0 ? stood : null]];
}

/** What was not asked (a branch not taken) is absent; what was asked and left blank is null. Takes valid answers. */
export function exportAnswers(definition: FormDefinition, answers: OpenAnswers): ExportedAnswers {
  const exported: Record<string, ExportedValue | ExportedEntry[]> = {};
  for (const section of definition.sections) {
    if (section.kind === 'pages') {
      const questions = visiblePages(section, answers).flatMap((page) => page.questions);
      Object.assign(exported, exportedQuestions(questions, answers, answers));
      continue;
    }
    if (section.notKnown) Object.assign(exported, exportedQuestions([section.notKnown], answers, answers));
    if (!isVisible(section, answers)) continue;
    const name = snakeCase(section.id);
    exported[name] = itemsOf(answers, section.id).map((item, index) => ({
      entry: `${name}-${index + 1}`,
      ...exportedQuestions(section.questions, item, answers),
    }));
  }
  return { ...exported, form_version: definition.version };
}
