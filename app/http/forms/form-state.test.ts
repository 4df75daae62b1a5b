import { expect, test } from 'vitest';
import { z } from 'zod';
import { Invalid } from '#app/domain/kernel/failures.ts';
import {
  errorOf,
  errorsFromInvalid,
  errorsFromIssues,
  formState,
  refusedForm,
  valueOf,
  valuesOf,
} from './form-state.ts';
import { postedForm } from './posted-form.ts';

test('a form without anything shows nothing', () => {
  const state = formState();
  expect(state.errors).toEqual([]);
  expect(valueOf(state, 'place')).toBe('');
  expect(valuesOf(state, 'place')).toEqual([]);
  expect(valuesOf(state, 'constructor')).toEqual([]);
  expect(errorOf(state, 'place')).toBeUndefined();
});

test('a refused form keeps what was typed and never a withheld field', () => {
  const form = postedForm(
    [
      ['email', 'someone@ngo.example'],
      ['password', 'hunter2'],
      ['kind', 'a'],
      ['kind', 'b'],
    ],
    { one: ['email', 'password'], many: ['kind'] },
  );
  const state = refusedForm(form, [{ field: 'password', message: 'Enter your password' }], ['password']);
  expect(state.values).toEqual({ email: 'someone@ngo.example', kind: ['a', 'b'] });
  expect(valueOf(state, 'kind')).toBe('a');
  expect(errorOf(state, 'password')).toBe('Enter your password');
  expect(JSON.stringify(state)).not.toContain('hunter2');
});

test('a field shows its first error only, and the order stays', () => {
  const state = formState({}, [
    { field: 'b', message: 'one' },
    { field: 'a', message: 'two' },
    { field: 'b', message: 'three' },
  ]);
  expect(state.errors).toEqual([
    { field: 'b', message: 'one' },
    { field: 'a', message: 'two' },
  ]);
});

test('the issues of a schema are named as the fields are', () => {
  const schema = z.object({
    place: z.string().min(1, { error: 'Enter a place' }),
    people: z.array(z.object({ surname: z.string().max(1, { error: 'Shorter' }) })),
    kinds: z.array(z.enum(['a'], { error: 'Choose from the list' })),
  });
  const result = schema.safeParse({
    place: '',
    people: [{ surname: 'X' }, { surname: 'Long' }],
    kinds: ['q', 'r'],
  });
  expect(errorsFromIssues(result.error?.issues ?? [])).toEqual([
    { field: 'place', message: 'Enter a place' },
    { field: 'people[1].surname', message: 'Shorter' },
    { field: 'kinds', message: 'Choose from the list' },
  ]);
});

test('a refusal of a use case shows its field errors, or itself for the whole form', () => {
  expect(errorsFromInvalid(new Invalid({ grade: 'Choose a grade' }))).toEqual([
    { field: 'grade', message: 'Choose a grade' },
  ]);
  expect(errorsFromInvalid(new Invalid({}, 'Grade it first'))).toEqual([
    { field: '', message: 'Grade it first' },
  ]);
});
