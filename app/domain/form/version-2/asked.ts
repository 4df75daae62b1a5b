import type { Role } from '#app/domain/kernel/actor.ts';
import {
  sectionQuestions,
  type DataClass,
  type Question,
  type QuestionOf,
  type Section,
} from '#app/domain/form/definition.ts';

/** How version 2 writes its questions down. Once version 2 is published, a change here changes its hash. */
type Derived = 'exportedName' | 'readableBy' | 'required' | 'dataClass' | 'autocompleteOff';
type Written<K extends Question['kind']> = Omit<QuestionOf<K>, Derived | 'kind'> & {
  required?: boolean;
  dataClass?: DataClass;
};

const readers: Record<DataClass, Role[]> = {
  ordinary: ['fib_officer', 'fib_supervisor', 'spoc'],
  sensitive: ['fib_officer', 'fib_supervisor', 'spoc'],
  source_identity: ['source_custodian'],
};

function derived(
  id: string,
  { required = true, dataClass = 'ordinary' }: { required?: boolean; dataClass?: DataClass },
) {
  return {
    exportedName: id.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
    readableBy: readers[dataClass],
    required,
    dataClass,
    // Everything asked here is about other people, or names them by accident.
    autocompleteOff: true,
  };
}

export function radios(written: Written<'radios'>): QuestionOf<'radios'> {
  return { kind: 'radios', ...written, ...derived(written.id, written) };
}

export function checkboxes(written: Written<'checkboxes'>): QuestionOf<'checkboxes'> {
  return { kind: 'checkboxes', ...written, ...derived(written.id, written) };
}

export function select(written: Written<'select'>): QuestionOf<'select'> {
  return { kind: 'select', ...written, ...derived(written.id, written) };
}

export function text(written: Written<'text'>): QuestionOf<'text'> {
  return { kind: 'text', ...written, ...derived(written.id, written) };
}

export function textarea(written: Written<'textarea'>): QuestionOf<'textarea'> {
  return { kind: 'textarea', ...written, ...derived(written.id, written) };
}

export function date(written: Written<'date'>): QuestionOf<'date'> {
  return { kind: 'date', ...written, ...derived(written.id, written) };
}

/** Several short answers, none of them needed: more names, more numbers. */
export function texts(written: Written<'texts'>): QuestionOf<'texts'> {
  return { kind: 'texts', ...written, ...derived(written.id, { ...written, required: false }) };
}

/** Several choices, none of them needed: more languages. */
export function selects(written: Written<'selects'>): QuestionOf<'selects'> {
  return { kind: 'selects', ...written, ...derived(written.id, { ...written, required: false }) };
}

export function entry(written: Written<'entry'>): QuestionOf<'entry'> {
  return { kind: 'entry', ...written, ...derived(written.id, written) };
}

export function site(written: Written<'site'>): QuestionOf<'site'> {
  return { kind: 'site', ...written, ...derived(written.id, written) };
}

/** A question of version 1 that version 2 asks in the same words. */
export function kept(section: Section, id: string): Question {
  const found = sectionQuestions(section).find((question) => question.id === id);
  if (found === undefined) throw new Error(`Version 1 does not ask ${id}`);
  return found;
}

export const yes = { value: 'yes', label: 'Yes' };
export const no = { value: 'no', label: 'No' };
export const notKnown = { value: 'not_known', label: 'Not known' };
