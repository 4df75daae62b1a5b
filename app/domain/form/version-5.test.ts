import { describe, expect, test } from 'vitest';
import { version4, version5 } from '#tests/factories/published-forms.ts';
import type { Form } from './held-forms.ts';
import { questionsOf } from './definition.ts';
import { exportAnswers } from './export-answers.ts';
import { openAnswersFrom } from './source-identity.ts';

const exported = (form: Form, answers: object) => exportAnswers(form, openAnswersFrom(form, answers));
const codesOf = (form: Form, id: string) => {
  const question = questionsOf(form).find((each) => each.id === id);
  return question?.kind === 'checkboxes' ? question.options.map(({ value }) => value) : [];
};

describe('the ways of control, which version 5 asks for among the signs', () => {
  test('are exported under the name and the codes that they had in version 4', () => {
    const before = exported(version4, {
      indicators: ['fear'],
      controlMethods: ['DebtBondage', 'PhysicalAbuse'],
    });
    const now = exported(version5, { indicators: ['fear', 'in_debt', 'PhysicalAbuse'] });
    expect(now['control_methods']).toEqual(before['control_methods']);
    expect(exported(version5, { indicators: ['fear'] })['control_methods']).toBeNull();
    expect(exported(version5, {})).toMatchObject({ indicators: null, control_methods: null });
    expect(exported(version5, { indicators: ['none'] })['control_methods']).toEqual(['none']);
  });

  test('are all among them but for what was in no list', () => {
    const all = exported(version5, { indicators: codesOf(version5, 'indicators') })['control_methods'];
    const left = codesOf(version4, 'controlMethods').filter((code) => ![all].flat().includes(code));
    expect(left).toEqual(['Other']);
  });
});

test('whatever version 4 exported version 5 exports as well, but for what its button says instead', () => {
  const named = (form: Form) =>
    questionsOf(form).flatMap((question) => [
      question.exportedName,
      ...(question.kind === 'checkboxes' && question.standsFor ? [question.standsFor.exportedName] : []),
    ]);
  const now = named(version5);
  expect(named(version4).filter((name) => !now.includes(name))).toEqual(['declaration']);
});
