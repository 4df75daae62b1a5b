import type { Role } from '#app/domain/kernel/actor.ts';
import type { DataClass, Question, QuestionOf } from '#app/domain/form/definition.ts';

/**
 * How version 1 writes its questions down. Part of the published content: a change here changes the version's hash.
 */
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

export function number(written: Written<'number'>): QuestionOf<'number'> {
  return { kind: 'number', ...written, ...derived(written.id, written) };
}

export const yes = { value: 'yes', label: 'Yes' };
export const no = { value: 'no', label: 'No' };
export const notKnown = { value: 'not_known', label: 'Not known' };
