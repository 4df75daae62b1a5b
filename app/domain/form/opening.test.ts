import { describe, expect, test } from 'vitest';
import { version4, version5 } from '#tests/factories/published-forms.ts';
import { laneQuestions } from './danger-lane.ts';
import { canSubmit, nextPage, startOf, withPage } from './journey.ts';
import { openingFaults } from './opening-faults.ts';
import { openingId } from './opening.ts';
import { progressOf } from './progress.ts';
import { parsePage, valuesOf } from './schema.ts';
import { findPage } from './definition.ts';
import type { Posted } from './read-posted.ts';

const today = '2016-01-18';
const sighting: Posted = {
  danger: 'no',
  child: 'no',
  whatIsKnown: 'The white van was outside the house again.',
  placePostcode: 'b11 4aa',
  informationDate: 'yesterday',
  onBehalfOfVictim: 'no',
  sourceKind: 'self',
  sourceCouldBeGuessed: 'no',
  exploitationTypes: ['labour'],
};
const parse = (posted: Posted, earlier = {}) =>
  parsePage(version5, openingId, posted, earlier, { today, newEntryId: 'first' });
function saved(posted: Posted, earlier = {}) {
  const parsed = parse(posted, earlier);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return withPage(version5, earlier, openingId, parsed.answers);
}

describe('the opening page', () => {
  test('is where a report begins; a form without one begins with its first page', () => {
    expect(startOf(version5)).toMatchObject({ pageId: openingId });
    expect(startOf(version4)).toMatchObject({ pageId: 'danger' });
  });

  test('is all that a sighting needs: nine answers, and the next page sends it', () => {
    const answers = saved(sighting);
    expect(Object.keys(sighting)).toHaveLength(9);
    expect(answers).toMatchObject({
      informationDate: { precision: 'exact', date: '2016-01-17' },
      places: [{ id: 'first', placePostcode: 'B11 4AA' }],
    });
    expect(canSubmit(version5, answers, { today })).toBe(true);
    expect(nextPage(version5, answers, openingId, { today })).toEqual({ kind: 'check_answers' });
    const withPhotos = { ...answers, canDescribe: ['files'] };
    expect(nextPage(version5, withPhotos, openingId, { today })).toEqual({ kind: 'files' });
  });

  test('keeps what else is known of the first place, and takes it away when it is emptied', () => {
    const kind = { id: 'first', placeKind: 'home', placePostcode: 'B12 8QX' };
    const other = { id: 'other', placeTown: 'Anytown' };
    const changed = saved(sighting, { ...saved(sighting), places: [kind, other] });
    expect(changed['places']).toEqual([{ ...kind, placePostcode: 'B11 4AA' }, other]);
    const page = findPage(version5, openingId)!.page;
    expect(valuesOf(page, changed)).toMatchObject({ placePostcode: 'B11 4AA', danger: 'no' });
    const none = { ...sighting, placePostcode: '', placesNotKnown: ['not_known'] };
    expect(saved(none, saved(sighting))).toMatchObject({ placesNotKnown: ['not_known'] });
    expect(saved(none, saved(sighting))).not.toHaveProperty('places');
  });

  test('asks for a place, or that none is known', () => {
    expect(parse({ ...sighting, placePostcode: '' })).toMatchObject({
      ok: false,
      errors: { placePostcode: expect.any(String) as string },
    });
  });

  test('holds nobody up who says danger: what is right goes on to be sent at once', () => {
    const answers = saved({ danger: 'now' });
    expect(nextPage(version5, answers, openingId)).toEqual({ kind: 'send_now' });
    const wrong = parse({ danger: 'now', whatIsKnown: 'Locked in.', placePostcode: '???' });
    expect(wrong).toMatchObject({ ok: false, atOnce: { danger: 'now', whatIsKnown: 'Locked in.' } });
    expect(parse({ ...sighting, placePostcode: '???' })).not.toHaveProperty('atOnce');
    // What was said is not asked again; what they know can be changed.
    const asked = laneQuestions(version5, saved({ ...sighting, danger: 'now' })).map(({ id }) => id);
    expect(asked).toEqual(['emergencyCall', 'emergencyLog', 'whatIsKnown']);
  });

  test('leads a victim’s report over who told and what they wish: four pages with sending', () => {
    const forVictim = saved({
      ...sighting,
      onBehalfOfVictim: 'yes',
      whoSpeaks: 'self',
      learnedDate: 'today',
    });
    expect(nextPage(version5, forVictim, openingId, { today })).toMatchObject({ pageId: 'source' });
    expect(progressOf(version5, forVictim, 'source')).toEqual({ step: 2, of: 4 });
    expect(nextPage(version5, forVictim, 'source', { today })).toMatchObject({ pageId: 'victim-wishes' });
  });

  test.each([
    [['child', 'danger'], 'begin with danger'],
    [['danger', 'learnedDate', 'sourceKind'], 'before sourceKind'],
    [['danger', 'sourceName'], 'can wait'],
    [['danger', 'personPart'], 'without which there is no entry'],
    [['danger', 'nothing'], 'does not have'],
  ])('is refused that asks %s', (questions, fault) => {
    const wrong = { ...version5, opening: { title: 'Opening', questions } };
    expect(openingFaults(wrong, version5.meanings).join()).toContain(fault);
  });
});
