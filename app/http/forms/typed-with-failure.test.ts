import { RouterContextProvider } from 'react-router';
import { describe, expect, test } from 'vitest';
import { Conflict, Forbidden, Invalid } from '#app/domain/kernel/failures.ts';
import { attempt } from './attempt.ts';
import { answering } from '../server/failure-response.ts';
import { postedForm } from './posted-form.ts';

const form = postedForm(
  [
    ['text', 'Two men, every Tuesday.'],
    ['kind', 'acted'],
    ['password', 'a pass phrase.'],
  ],
  ['text', 'kind', 'password'],
);

/** What the router is given where the use case of a posted form fails so. */
async function answer(failure: Error): Promise<unknown> {
  const action = answering(() => attempt(form, () => Promise.reject(failure), ['password']));
  return action({ context: new RouterContextProvider() }).catch((given: unknown) => given);
}

describe('the answer to a form that failed', () => {
  test('holds what somebody wrote, no code and nothing withheld', async () => {
    expect(await answer(new Conflict('It was recalled'))).toMatchObject({
      data: { message: 'It was recalled', typed: ['Two men, every Tuesday.'] },
      init: { status: 409 },
    });
  });

  test('is the plain one where the form comes back itself, or the failure is a defect', async () => {
    expect(await answer(new Invalid({ text: 'Enter what was done' }))).toMatchObject({ ok: false });
    const defect = new TypeError('x');
    expect(await answer(defect)).toBe(defect);
  });

  test('holds it, too, where the page of a form that came back refuses to show it', async () => {
    const context = new RouterContextProvider();
    const refused = new Invalid({ text: 'Enter what was done' });
    const action = answering(async () => {
      const tried = await attempt(form, () => Promise.reject(refused), ['password']);
      return tried.ok ? null : tried.refused;
    });
    await action({ context });
    const loader = answering(() => Promise.reject(new Forbidden('It has moved')));
    expect(await loader({ context }).catch((given: unknown) => given)).toMatchObject({
      data: { message: 'It has moved', typed: ['Two men, every Tuesday.'] },
      init: { status: 403 },
    });
  });
});
