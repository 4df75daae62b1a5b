import { answerOf, isSealed, sealedMarker, type Answers } from './answers.ts';
import { questionsOf, type FormDefinition, type Question } from './definition.ts';

declare const withoutSource: unique symbol;
declare const onlySource: unique symbol;

/** Answers in which nobody can read who the source is: the only kind a draft, snapshot, document or job may hold. */
export type OpenAnswers = Answers & { readonly [withoutSource]: true };

/** What the sealed source record holds: text by question id. Never written anywhere else, not even to a log. */
export type SealedAnswers = Record<string, string> & { readonly [onlySource]: true };

function sourceQuestions(definition: FormDefinition): Question[] {
  const held = ofForms.get(definition) ?? questionsOf(definition).filter(isSourceQuestion);
  ofForms.set(definition, held);
  return held;
}

const isSourceQuestion = (question: Question): boolean => question.dataClass === 'source_identity';

/** By form, which is held while the process runs: every page of a draft asks for them. */
const ofForms = new WeakMap<FormDefinition, Question[]>();

function sealAnswer(open: Answers, sealed: Record<string, string>, id: string): void {
  const value = answerOf(open, id);
  if (value === undefined) return;
  if (typeof value === 'string') sealed[id] = value;
  if (typeof value === 'string' || isSealed(value)) open[id] = sealedMarker;
  else open[id] = undefined;
}

/**
 * Parts who told the partner from the rest. In `open` a marker stands for each sealed answer, so that the journey and
 * the document know that there is one; `sealed` holds what was typed now, and may be empty while markers stand for what
 * was sealed before.
 */
export function splitSourceIdentity(
  definition: FormDefinition,
  answers: Answers,
): { open: OpenAnswers; sealed: SealedAnswers } {
  const open: Answers = { ...answers };
  const sealed: Record<string, string> = {};
  for (const { id } of sourceQuestions(definition)) sealAnswer(open, sealed, id);
  const defined = Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined));
  return { open: defined as OpenAnswers, sealed: sealed as SealedAnswers };
}

/** Of what is no page of the form. */
export const noAnswers = {} as OpenAnswers;

/** Answers read back from a draft or snapshot. Whatever would name the source, and should not be there, is left out. */
export function openAnswersFrom(definition: FormDefinition, stored: unknown): OpenAnswers {
  const read = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
  const answers: Answers = { ...read };
  for (const { id } of sourceQuestions(definition)) {
    if (!isSealed(answerOf(answers, id))) answers[id] = undefined;
  }
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => value !== undefined),
  ) as OpenAnswers;
}

/** Questions whose answer is in the sealed record. Anything else in that record belongs to a branch no longer taken. */
export function sealedQuestionIds(definition: FormDefinition, open: Answers): string[] {
  return sourceQuestions(definition).flatMap(({ id }) => (isSealed(answerOf(open, id)) ? [id] : []));
}

/**
 * What the sealed record should hold after a save: what was sealed before, replaced by what was typed now, without what
 * the open answers no longer point to.
 */
export function mergeSealed(
  definition: FormDefinition,
  open: Answers,
  before: Record<string, string>,
  now: SealedAnswers,
): SealedAnswers {
  const merged: Record<string, string> = { ...before, ...now };
  const wanted = new Set(sealedQuestionIds(definition, open));
  return Object.fromEntries(Object.entries(merged).filter(([id]) => wanted.has(id))) as SealedAnswers;
}
