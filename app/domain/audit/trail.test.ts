import { describe, expect, it } from 'vitest';
import { auditTypes, auditTypeWords, isAuditType, dataLines } from './event-words.ts';
import { generateReference } from '../kernel/reference.ts';
import { readTrailFilter, writePlace } from './trail-filter.ts';

const subject = '0f8fad5b-d9cb-469f-a165-70867728950e';
const read = (asked: Record<string, string>) => readTrailFilter((name) => asked[name] ?? null);

const open = {
  type: null,
  subjectId: null,
  reference: null,
  actorId: null,
  from: null,
  to: null,
  before: null,
};

describe('the filters of the trail', () => {
  it('are open when nothing is asked', () => {
    const { filter, person, values, errors } = read({});
    expect([filter, person, errors]).toEqual([open, null, []]);
    expect(new Set(Object.values(values))).toEqual(new Set(['']));
  });

  it('take a kind, a thing, an actor and a place', () => {
    expect(
      read({ type: 'audit.read', subject: ` ${subject} `, actor: subject, before: '1453107600000.41' })
        .filter,
    ).toEqual({
      ...open,
      type: 'audit.read',
      subjectId: subject,
      actorId: subject,
      before: { happenedAt: new Date('2016-01-18T09:00:00Z'), id: 41n },
    });
  });

  it('write a place as they read it', () => {
    const before = { happenedAt: new Date('2016-01-18T09:00:00.123Z'), id: 41n };
    expect(read({ before: writePlace(before) }).filter?.before).toEqual(before);
  });

  it('take whole days in the force’s time, and a reference however it is written', () => {
    const days = {
      'from-day': '1',
      'from-month': 'July',
      'from-year': '2015',
      'to-day': '18',
      'to-month': '1',
      'to-year': '2016',
    };
    const reference = generateReference((count) => new Uint8Array(count));
    const typed = reference.toLowerCase().replace('-', ' ');
    expect(read({ ...days, reference: typed }).filter).toEqual({
      ...open,
      reference,
      from: new Date('2015-06-30T23:00:00Z'),
      to: new Date('2016-01-19T00:00:00Z'),
    });
    const first = { 'from-day': '1', 'from-month': '7', 'from-year': '2015' };
    expect(read(first).filter?.to).toBeNull();
  });

  it('know an actor by the id, until the name beside it is emptied', () => {
    expect(read({ actor: subject, person: ' ' }).filter?.actorId).toBeNull();
    expect(read({ actor: subject, person: 'Robin' })).toMatchObject({
      person: 'Robin',
      filter: { actorId: subject },
    });
  });

  it.each(['abc', '-1', '1.5x', '41', `${'9'.repeat(15)}.1`, `1.${'9'.repeat(19)}`])(
    'begin at the newest event for the place "%s"',
    (before) => {
      expect(read({ before }).filter?.before).toBeNull();
    },
  );

  it('read nothing while one of them cannot be used, and keep what was typed', () => {
    const asked = {
      person: 'x'.repeat(101),
      type: 'nothing.happened',
      reference: 'AB3-CD4EG',
      subject: 'Robin',
      'from-day': '31',
      'from-month': '2',
      'from-year': '2016',
    };
    const { filter, values, errors } = read(asked);
    expect(filter).toBeNull();
    expect(values).toMatchObject(asked);
    expect(errors.map(({ field }) => field)).toEqual(['person', 'type', 'reference', 'from', 'subject']);
  });

  it('end no earlier than they begin', () => {
    const day = (field: string, date: number) => ({
      [`${field}-day`]: String(date),
      [`${field}-month`]: '1',
      [`${field}-year`]: '2016',
    });
    expect(read({ ...day('from', 18), ...day('to', 18) }).errors).toEqual([]);
    expect(read({ ...day('from', 18), ...day('to', 17) }).errors.map(({ field }) => field)).toEqual(['to']);
  });
});

describe('the words of events', () => {
  it('are different for each type, so that nobody takes one for another', () => {
    expect(new Set(auditTypes.map(auditTypeWords)).size).toBe(auditTypes.length);
  });
  it('leave a type that this version does not know as it is stored', () => {
    expect(auditTypeWords('old.type')).toBe('old.type');
    expect(isAuditType('toString')).toBe(false);
  });
});

describe('the data of an event', () => {
  it('stands in lines', () => {
    expect(
      dataLines({ roles: ['spoc', 'reporter'], restricted: false, version: 2, item: 'PCC 1.4.1' }),
    ).toEqual(['roles: spoc, reporter', 'restricted: false', 'version: 2', 'item: PCC 1.4.1']);
  });
  it('has no lines when there is none', () => {
    expect([{}, null, 'text', ['x']].flatMap(dataLines)).toEqual([]);
  });
});
