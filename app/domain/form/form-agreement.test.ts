import { describe, expect, test } from 'vitest';
import { version1, version2 } from '#tests/factories/published-forms.ts';
import { proposalFaults, proposedForm } from './form-agreement.ts';

const form = (version: typeof version1, agreed = false) => {
  const { meanings, title, sections } = version;
  const agreement = agreed && version.agreed ? { agreed: version.agreed } : {};
  return { definition: { version: version.version, title, sections, ...agreement }, meanings };
};
const agreement = (version: number) => ({ version, on: '2015-06-29', with: 'Partners' });

describe('a version of the form is proposed', () => {
  test('while neither it nor the pack says that it is agreed', () => {
    const forms = [form(version1, true), form(version2)];
    expect(proposedForm({ forms, formAgreements: [] })?.definition.version).toBe(2);
    expect(proposedForm({ forms, formAgreements: [agreement(2)] })).toBeNull();
    expect(proposedForm({ forms: [form(version1), form(version2, true)], formAgreements: [] })).toBeNull();
  });

  test('only as the newest, and only beside one that is agreed', () => {
    const faults = (...forms: ReturnType<typeof form>[]) => proposalFaults({ forms, formAgreements: [] });
    expect(faults(form(version1, true), form(version2))).toEqual([]);
    expect(faults(form(version1), form(version2, true))).toEqual([
      'Version 1 of the form is not agreed, and a later one is there',
    ]);
    expect(faults(form(version1))).toEqual(['No version of the form is agreed']);
  });
});
