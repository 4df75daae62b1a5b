import { describe, expect, test } from 'vitest';
import { definitionFaults } from './definition-faults.ts';
import { definitionHash } from './definition-hash.server.ts';
import {
  definitionSchema,
  findListSection,
  questionsOf,
  type Condition,
  type FormDefinition,
} from './definition.ts';
import {
  filedDefinitions,
  publishedDefinitions,
  version1,
  version2,
  version3,
  version5,
} from '#tests/factories/published-forms.ts';
import { entryOf } from './journey.ts';
import { versionFaults } from './version-faults.ts';

/** A copy of a version to break on purpose. It shares nothing within itself either. */
function broken(change: (copy: FormDefinition) => void, whole: FormDefinition = version1): FormDefinition {
  const copy = JSON.parse(JSON.stringify(whole)) as FormDefinition;
  change(copy);
  return copy;
}

function dangerPages(definition: FormDefinition) {
  const [safety] = definition.sections;
  if (safety?.kind !== 'pages') throw new Error('the first section has pages');
  return safety.pages;
}

const when = (question: string, ...values: string[]): Condition => ({ question, in: values });

describe.each(publishedDefinitions)('version $version', (definition) => {
  test('has no faults: ids and names are unique, conditions look back, every question can be reached', () => {
    expect(definitionFaults(definition)).toEqual([]);
  });

  test('seals every answer that names the source, and no police role but the custodian reads it', () => {
    const sealed = questionsOf(definition).filter((question) => question.dataClass === 'source_identity');
    expect(sealed.map((question) => question.id)).toEqual(['sourceName', 'sourceContact']);
    expect(sealed.every((question) => question.readableBy.join() === 'source_custodian')).toBe(true);
  });

  test('says why it asks, and tells the browser to keep nothing about other people', () => {
    for (const question of questionsOf(definition)) {
      expect(question.why, question.id).toMatch(/\.$/);
      expect(question.autocompleteOff, question.id).toBe(true);
      expect(question.missing, question.id).toMatch(/^(Enter|Select|Add) /);
    }
  });

  test('writes hints as one short sentence without a full stop', () => {
    for (const question of questionsOf(definition)) {
      expect(question.hint ?? '', question.id).not.toMatch(/\.$/);
      expect((question.hint ?? '').length, question.id).toBeLessThan(100);
    }
  });

  test('asks about danger first, and that section gates the others', () => {
    const [first] = definition.sections;
    expect(first).toMatchObject({ kind: 'pages', gate: true, optional: false });
    expect(dangerPages(definition)[0]?.questions[0]?.id).toBe('danger');
    expect(dangerPages(definition)[0]?.warning).toMatch(/^If someone is in danger now, call 999/);
  });
});

describe('a fault is found', () => {
  const cases: [string, (copy: FormDefinition) => void, string][] = [
    [
      'a condition on a later question',
      (copy) => {
        dangerPages(copy)[0]!.questions[0]!.showWhen = when('child', 'yes');
      },
      'danger: the condition asks about child, which cannot be asked about here',
    ],
    [
      'a condition on itself',
      (copy) => {
        dangerPages(copy)[0]!.questions[0]!.showWhen = when('danger', 'now');
      },
      'danger: the condition asks about danger, which cannot be asked about here',
    ],
    [
      'a condition on a value that is not there',
      (copy) => {
        dangerPages(copy)[1]!.showWhen = when('danger', 'perhaps');
      },
      'emergency: danger has no option perhaps',
    ],
    [
      'a condition that can never hold',
      (copy) => {
        dangerPages(copy)[1]!.showWhen = { all: [when('danger', 'now'), when('danger', 'no')] };
      },
      'emergency: the condition can never hold',
    ],
    [
      'a condition on text',
      (copy) => {
        const [safety, information] = copy.sections;
        if (safety?.kind === 'pages')
          safety.pages[0]!.questions.push(
            ...(information?.kind === 'pages' ? information.pages[0]!.questions.splice(2, 1) : []),
          );
        dangerPages(copy)[1]!.showWhen = when('whatIsKnown', 'x');
      },
      'emergency: the condition asks about whatIsKnown, which has no options',
    ],
    [
      'the same id twice',
      (copy) => {
        dangerPages(copy)[0]!.questions[1]!.id = 'danger';
      },
      'danger: the id is there twice',
    ],
    [
      'the same exported name twice',
      (copy) => {
        dangerPages(copy)[0]!.questions[1]!.exportedName = 'danger';
      },
      'danger: the exported name is there twice',
    ],
    [
      'an exported name of its own',
      (copy) => {
        dangerPages(copy)[0]!.questions[1]!.exportedName = 'minor';
      },
      'child: the exported name is not the id in snake case',
    ],
    [
      'a sealed answer that officers may read',
      (copy) => {
        questionsOf(copy)
          .find((question) => question.id === 'sourceName')!
          .readableBy.push('fib_officer');
      },
      'sourceName: a sealed answer is readable by the source custodian alone',
    ],
    [
      'a sealed answer in a list',
      (copy) => {
        const surname = questionsOf(copy).find((question) => question.id === 'personSurname')!;
        Object.assign(surname, { dataClass: 'source_identity', readableBy: ['source_custodian'] });
      },
      'personSurname: an item cannot hold a sealed answer',
    ],
  ];

  test.each(cases)('%s', (_name, change, fault) => {
    expect(definitionFaults(broken(change))).toContain(fault);
  });

  const casesOfVersion3: [string, (copy: FormDefinition) => void, string][] = [
    [
      'an option that hangs on an answer of its own page',
      (copy) => optionOf(copy, 'shareWith').push({ ...extra, showWhen: when('sourceCouldBeGuessed', 'yes') }),
      'shareWith.extra: the condition asks about sourceCouldBeGuessed, which comes later',
    ],
    [
      'an option that hangs on a value that is not there',
      (copy) => optionOf(copy, 'shareWith').push({ ...extra, showWhen: when('danger', 'perhaps') }),
      'shareWith.extra: danger has no option perhaps',
    ],
    [
      'no option that is always offered',
      (copy) => optionOf(copy, 'shareWith').forEach((option) => (option.showWhen = when('danger', 'no'))),
      'shareWith: no option is always offered',
    ],
    [
      'an option of an entry that hangs on an answer',
      (copy) => optionOf(copy, 'placeKind').push({ ...extra, showWhen: when('danger', 'no') }),
      'placeKind: only a page can know which options fit',
    ],
    [
      'a condition on a list that comes later',
      (copy) =>
        Object.assign(questionIn(copy, 'whatIsKnown'), { showWhen: none('people', 'personPart', 'both') }),
      'whatIsKnown: the condition asks about people, which is no list before it',
    ],
    [
      'a condition on what a list does not offer',
      (copy) =>
        Object.assign(questionIn(copy, 'victimSupport'), { showWhen: none('people', 'personNote', 'both') }),
      'victimSupport: the condition asks about personNote, which people does not offer',
    ],
    [
      'a condition on a value that a list does not have',
      (copy) =>
        Object.assign(questionIn(copy, 'victimSupport'), { showWhen: none('people', 'personPart', 'boss') }),
      'victimSupport: personPart has no option boss',
    ],
    [
      'boxes of which a part may stay empty for what may be about a day',
      (copy) => Object.assign(questionIn(copy, 'personBirthDate'), { precisions: ['exact', 'about'] }),
      'personBirthDate: boxes of which a part may stay empty are for a day, a month or a year',
    ],
    [
      'a year that is no box',
      (copy) => Object.assign(questionIn(copy, 'learnedDate'), { precisions: ['exact', 'year'] }),
      'learnedDate: a year alone is asked by boxes',
    ],
    [
      'since when of what cannot be going on',
      (copy) => Object.assign(questionIn(copy, 'learnedDate'), { since: true }),
      'learnedDate: since when, of what cannot be going on',
    ],
  ];
  const extra = { value: 'extra', label: 'Extra' };
  const none = (list: string, question: string, ...values: string[]): Condition => ({
    none: { list, question, in: values },
  });
  const optionOf = (copy: FormDefinition, id: string) => {
    const question = questionIn(copy, id);
    return 'options' in question ? question.options : [];
  };

  test.each(casesOfVersion3)('%s', (_name, change, fault) => {
    expect(definitionFaults(broken(change, version3))).toContain(fault);
  });

  const questionIn = (copy: FormDefinition, id: string) =>
    questionsOf(copy).find((question) => question.id === id)!;
  const listIn = (copy: FormDefinition, id: string) => findListSection(copy, id)!;
  const casesOfVersion2: [string, (copy: FormDefinition) => void, string][] = [
    [
      'a group with an option that is not there',
      (copy) => {
        const question = questionIn(copy, 'indicators');
        if (question.kind === 'checkboxes') question.groups![0]!.options.push('unheard_of');
      },
      'indicators: a group has the option unheard_of, which is not there',
    ],
    [
      'an option in no group',
      (copy) => {
        const question = questionIn(copy, 'indicators');
        if (question.kind === 'checkboxes') question.options.push({ value: 'new', label: 'New' });
      },
      'indicators: the option new is in no group',
    ],
    [
      'an option in two groups',
      (copy) => {
        const question = questionIn(copy, 'indicators');
        if (question.kind === 'checkboxes') question.groups![0]!.options.push('little_pay');
      },
      'indicators: the option little_pay is in two groups',
    ],
    [
      'an exclusive option that is not there',
      (copy) => {
        Object.assign(questionIn(copy, 'controlMethods'), { exclusives: ['nothing'] });
      },
      'controlMethods: the exclusive option is not one of its options',
    ],
    [
      'a list that names entries of a later one',
      (copy) => {
        Object.assign(questionIn(copy, 'contactUser'), { from: ['links'] });
      },
      'contacts: it names entries of links, which is no list before it',
    ],
    [
      'a page that names an entry',
      (copy) => {
        Object.assign(questionIn(copy, 'reportingSite'), { kind: 'entry', from: ['people'] });
      },
      'reportingSite: only an item can name another entry',
    ],
    [
      'a name taken from what is not asked',
      (copy) => {
        listIn(copy, 'people').naming = ['placeTown'];
      },
      'people: named by placeTown, which is not asked',
    ],
    [
      'more boxes than answers',
      (copy) => {
        Object.assign(questionIn(copy, 'personOtherAliases'), { boxes: 11 });
      },
      'personOtherAliases: more boxes than answers that it takes',
    ],
  ];

  test.each(casesOfVersion2)('%s', (_name, change, fault) => {
    expect(definitionFaults(broken(change, version2))).toContain(fault);
  });

  test('a definition of another shape', () => {
    const { version, title, agreed, sections } = version1;
    expect(definitionSchema.safeParse({ version, title, agreed, sections }).success).toBe(true);
    expect(definitionSchema.safeParse({ version: 0, title, agreed, sections }).success).toBe(false);
  });
});

/**
 * The hash of each published version. Never change an entry: a submission keeps its version, so a change to the form is a
 * new version with its own agreement and its own line here.
 */
const publishedHashes: Record<number, string> = {
  1: '94c7bd7c1364c8d3df421dd80c9f6d2ad2c058ee663c34fb8ce0799f4488bb79',
  2: '016dd04a4efa6221f638702caf67cf889bdf5154d9dfb66ca058659378bd821b',
  3: '51a12b553fefc9d82c63133fd0775e8104bb1e3c4014e7e7ffb7137ffc020bd2',
  4: 'f51d0416d834d24bdd39c5681cb443dfa1d21ea1e9f07a97ebe00676fd9374ce',
  5: 'ca9741723c5641cd61d18abe1d0f74f17fbdc1e2d7f48d98652c37ab25fb522b',
};

describe('versions agree', () => {
  const changed = (change: (copy: FormDefinition) => void) =>
    versionFaults([version1, broken(change, version2)]);

  test('on what an id and an exported name mean', () => {
    expect(versionFaults(publishedDefinitions)).toEqual([]);
  });

  test('or the fault is found', () => {
    const danger = (copy: FormDefinition) => questionsOf(copy).find((question) => question.id === 'danger')!;
    expect(changed((copy) => Object.assign(danger(copy), { kind: 'select' }))).toEqual([
      'danger: kind is radios in version 1 and select in 2',
    ]);
    expect(changed((copy) => Object.assign(danger(copy), { dataClass: 'sensitive' }))).toEqual([
      'danger: dataClass is ordinary in version 1 and sensitive in 2',
    ]);
    expect(changed((copy) => Object.assign(danger(copy), { id: 'peril' }))).toEqual([
      'danger: the exported name of danger and of peril',
    ]);
    expect(versionFaults([version2])).toEqual(['versions do not count up from 1 one by one']);
  });
});

describe('published versions', () => {
  test('never change: publish a new version instead', () => {
    const hashes = filedDefinitions.map((each) => [String(each.version), definitionHash(each)]);
    expect(Object.fromEntries(hashes)).toEqual(publishedHashes);
  });

  test('all begin on one page, to which whoever starts a report is led', () => {
    const first = publishedDefinitions.map(({ sections: [section] }) => section && entryOf(section, {}));
    expect(first).toEqual(first.map(() => ({ kind: 'page', sectionId: 'safety', pageId: 'danger' })));
  });

  test('hash by content: the order of properties does not count, a single word does', () => {
    const reordered = Object.fromEntries(Object.entries(version1).reverse()) as FormDefinition;
    expect(definitionHash(reordered)).toBe(definitionHash(version1));
    expect(definitionHash({ ...version1, title: `${version1.title}.` })).not.toBe(definitionHash(version1));
    expect(definitionHash({ ...version5, declares: 'Sent.' })).not.toBe(definitionHash(version5));
  });
});
