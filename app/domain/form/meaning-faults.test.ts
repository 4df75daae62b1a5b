import { describe, expect, test } from 'vitest';
import { publishedDefinitions, version3 } from '#tests/factories/published-forms.ts';
import type { FormDefinition } from './definition.ts';
import { meaningFaults, unsaidMeanings } from './meaning-faults.ts';
import { meaningsOf } from './meanings-of.ts';

test.each(publishedDefinitions)('version $version asks all that the portal needs to know', (form) => {
  expect(meaningFaults(form, form.meanings)).toEqual([]);
});

const without = (meaning: keyof typeof version3.meanings) => ({ ...version3.meanings, [meaning]: undefined });

describe('a form is refused', () => {
  test.each([
    ['danger', 'no question asks whether somebody is in danger (danger)'],
    ['child', 'no question asks whether a child is concerned (child)'],
    ['source.risk', 'no question asks whether the source could be guessed (source.risk)'],
    ['source.name', 'no question asks who the source is, to be sealed (source.name)'],
    ['narrative', 'no question asks what the partner knows (narrative)'],
    ['victim.wantsContact', 'no question asks what the victim wishes (victim.wantsContact)'],
  ] as const)('without %s', (meaning, fault) => {
    expect(meaningFaults(version3, without(meaning))).toEqual([fault]);
  });

  const changed = (change: (copy: FormDefinition) => void) => {
    const copy = structuredClone(version3) as FormDefinition;
    change(copy);
    return meaningFaults(copy, version3.meanings);
  };
  const questionOf = ({ sections }: FormDefinition, id: string) => {
    const all = sections.flatMap((section) =>
      section.kind === 'list' ? section.questions : section.pages.flatMap(({ questions }) => questions),
    );
    return all.find((question) => question.id === id)!;
  };

  test('that does not seal who the source is', () => {
    expect(
      changed((copy) => Object.assign(questionOf(copy, 'sourceName'), { dataClass: 'sensitive' })),
    ).toEqual(['sourceName (source.name): who the source is has to be sealed']);
  });

  test('whose answers the portal cannot read', () => {
    expect(changed((copy) => Object.assign(questionOf(copy, 'danger'), { kind: 'text' }))).toEqual([
      'danger (danger): an answer of the kind text cannot be read',
    ]);
    const options = [
      { value: 'ja', label: 'Ja' },
      { value: 'nein', label: 'Nein' },
    ];
    expect(changed((copy) => Object.assign(questionOf(copy, 'danger'), { options }))).toEqual([
      'danger (danger): it offers none of now, soon',
    ]);
    const kinds = [
      { value: 'labour', label: 'Work' },
      { value: 'begging', label: 'Begging' },
    ];
    expect(
      changed((copy) => Object.assign(questionOf(copy, 'exploitationTypes'), { options: kinds })),
    ).toEqual([
      expect.stringContaining('exploitationTypes (exploitation): begging is none of labour, sexual'),
    ]);
  });

  test('that asks of the report what belongs to an entry, or has two lists of one kind', () => {
    const meanings = { ...version3.meanings, 'person.surname': 'ownReference' };
    expect(meaningFaults(version3, meanings)).toEqual([
      'ownReference (person.surname): it is a question of each person',
    ]);
    const lists = version3.sections.filter(({ kind }) => kind === 'list').slice(0, 1);
    expect(
      meaningFaults({ ...version3, sections: [...version3.sections, ...lists] }, version3.meanings),
    ).toEqual(['two lists are of each place']);
  });
});

describe('the file of meanings', () => {
  test('names every question, and gives a meaning once', () => {
    const meaningOf = { danger: 'danger', child: 'danger' } as const;
    const faults = unsaidMeanings(version3, meaningOf);
    expect(faults).toContain('sourceName: forms/meanings.json does not say what it means');
    expect(faults).toContain('two questions mean danger');
    expect(meaningsOf(version3, { danger: 'plain', child: 'child' })).toEqual({ child: 'child' });
  });
});
