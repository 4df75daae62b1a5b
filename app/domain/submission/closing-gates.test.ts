import { describe, expect, it } from 'vitest';
import {
  closingGates,
  gapsOf,
  gatesOfDuplicate,
  gatesOfRejection,
  gatesWithoutItem,
  type ClosingFacts,
} from './closing-gates.ts';
import { outcomeCodes, outcomesWithoutItem, type Outcome } from '../kernel/outcomes.ts';

const done: ClosingFacts = {
  informationRead: true,
  items: 1,
  ungraded: 0,
  withoutMopi: 0,
  unsanitised: 0,
  approvalOutstanding: false,
  areaSettled: true,
  supported: outcomeCodes,
  openQuestions: 0,
  inPreparation: 0,
  openTasks: 0,
  strongUnseen: 0,
  contactUnplanned: false,
};
const looseEnds = { openQuestions: 1, inPreparation: 1, openTasks: 1, strongUnseen: 1 };

describe('the gates before closing', () => {
  it.each(outcomeCodes)('let %s through when all is done', (outcome) => {
    expect(gapsOf(closingGates(done, outcome))).toEqual([]);
  });

  it.each([
    [
      'information that nobody has read',
      { informationRead: false },
      'Read what the partner added and mark it as read first',
    ],
    ['no items', { items: 0 }, 'Add an item and grade it first'],
    ['an item without a grade', { ungraded: 1 }, 'Grade every item first'],
    ['an item without a MoPI group', { withoutMopi: 1 }, 'Select the MoPI group of every item first'],
    [
      'an approval that is due',
      { approvalOutstanding: true },
      'What was disseminated at once still needs a second person’s approval',
    ],
  ] as const)('stop every outcome on %s', (_, missing, gap) => {
    for (const outcome of outcomeCodes)
      expect(gapsOf(closingGates({ ...done, ...missing }, outcome))).toEqual([gap]);
  });

  it('ask for its own evidence of an outcome only, and for an area and a sanitised text of what was used only', () => {
    const facts = { ...done, areaSettled: false, unsanitised: 1, supported: [] };
    const stopped = (gap: string) =>
      outcomeCodes.filter((outcome) =>
        gapsOf(closingGates(facts, outcome)).some((each) => each.includes(gap)),
      );
    expect(stopped('duplicates')).toEqual(['duplicate']);
    expect(stopped('crime number')).toEqual(['crime_recorded']);
    expect(stopped('safeguarding referral')).toEqual(['safeguarding_action']);
    expect(stopped('agency was told')).toEqual(['passed_on']);
    expect(stopped('No area')).toEqual(['used', 'crime_recorded']);
    expect(stopped('sanitised text')).toEqual(['used', 'crime_recorded']);
  });

  it('lists what any outcome may ask for before one is chosen', () => {
    expect(closingGates(done, null).map(({ code }) => code)).toEqual([
      'information',
      'items',
      'mopi',
      'sanitised',
      'approval',
      'area',
      'contact',
      'questions',
      'preparation',
      'tasks',
      'matches',
      'crime_recorded',
      'safeguarding_action',
      'passed_on',
      'duplicate',
    ]);
  });

  it('ask of a report without an item that all of it is read, and for what its outcome rests on', () => {
    const facts = { ...done, items: 0, areaSettled: false, supported: [] };
    const unread = gatesWithoutItem({ ...done, items: 0, informationRead: false }, 'no_further_use');
    expect(gapsOf(unread)).toEqual(['Read what the partner added and mark it as read first']);
    const stopped = outcomesWithoutItem.filter(
      (outcome) => gapsOf(gatesWithoutItem(facts, outcome)).length > 0,
    );
    expect(stopped).toEqual(['duplicate', 'passed_on'] satisfies Outcome[]);
    expect(gatesWithoutItem(facts, null).map(({ code }) => code)).toEqual([
      'information',
      'contact',
      'tasks',
      'matches',
      'passed_on',
      'duplicate',
    ]);
  });

  it('list each loose end, which a reason does for as well, whatever the outcome', () => {
    const facts = { ...done, ...looseEnds };
    const handedOn = (gates: ReturnType<typeof closingGates>) =>
      gates.flatMap(({ code, met, reason }) => (!met && reason === 'handedOn' ? [code] : []));
    for (const outcome of [...outcomeCodes, null])
      expect(handedOn(closingGates(facts, outcome))).toEqual([
        'questions',
        'preparation',
        'tasks',
        'matches',
      ]);
    for (const outcome of [...outcomesWithoutItem, null])
      expect(handedOn(gatesWithoutItem({ ...facts, items: 0 }, outcome))).toEqual(['tasks', 'matches']);
  });

  it('ask of every end for the contact plan of a victim who wants contact', () => {
    const facts = { ...done, contactUnplanned: true };
    const gap = ['Write the contact plan of the victim who wants contact, or enter why there is none'];
    for (const outcome of outcomeCodes) expect(gapsOf(closingGates(facts, outcome))).toEqual(gap);
    expect(gapsOf(gatesWithoutItem({ ...facts, items: 0 }, 'no_further_use'))).toEqual(gap);
    expect(gapsOf(gatesOfRejection(facts))).toEqual(gap);
    expect(gatesOfRejection(done)).toEqual([]);
  });

  it('leave the loose ends and the victim of a duplicate to its original', () => {
    for (const items of [0, 1])
      expect(gapsOf(gatesOfDuplicate({ ...done, ...looseEnds, contactUnplanned: true, items }))).toEqual([]);
    expect(gapsOf(gatesOfDuplicate({ ...done, supported: [] }))).toEqual([
      'Link this report to the one that it duplicates first',
    ]);
  });
});
