import { describe, expect, it } from 'vitest';
import { dataLines } from './data-lines.ts';
import { auditTypes, auditTypeWords, isAuditType } from './event-words.ts';
import { readTrailFilter } from './trail-filter.ts';

const subject = '0f8fad5b-d9cb-469f-a165-70867728950e';
const read = (asked: Record<string, string>) => readTrailFilter((name) => asked[name] ?? null);

describe('the filters of the trail', () => {
  it('are open when nothing is asked', () => {
    expect(read({})).toEqual({
      filter: { type: null, subjectId: null, actorId: null, before: null },
      values: { type: '', subject: '', actor: '' },
      errors: [],
    });
  });
  it('take a type, a subject, an actor and a place', () => {
    expect(
      read({ type: 'audit.read', subject: ` ${subject} `, actor: subject, before: '41' }).filter,
    ).toEqual({
      type: 'audit.read',
      subjectId: subject,
      actorId: subject,
      before: 41n,
    });
  });
  it.each(['abc', '-1', '1.5', '9'.repeat(19)])('begin at the newest event for the place "%s"', (before) => {
    expect(read({ before }).filter?.before).toBeNull();
  });
  it('read nothing while one of them cannot be used, and keep what was typed', () => {
    const { filter, values, errors } = read({
      type: 'nothing.happened',
      subject: 'Robin',
      actor: `${subject}0`,
    });
    expect(filter).toBeNull();
    expect(values).toEqual({ type: 'nothing.happened', subject: 'Robin', actor: `${subject}0` });
    expect(errors.map(({ field }) => field)).toEqual(['type', 'subject', 'actor']);
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
