import { describe, expect, it } from 'vitest';
import { finding } from './finding.ts';

const now = new Date('2016-01-18T09:00:00Z');

describe('what the counts say', () => {
  it('compares the last whole month with the one before, and keeps the running month apart', () => {
    const counts = {
      months: ['2015-11', '2015-12', '2016-01'],
      byMonth: { '2015-11': 7, '2015-12': 5, '2016-01': 1 },
      total: 13,
    };
    expect(finding(counts, now)).toEqual({
      total: '13 submissions were received from November 2015 to January 2016.',
      change: 'December 2015 had 5, about as many as November 2015 (7).',
      running: 'So far in January 2016: 1.',
    });
  });
  it('says when it is the same, more, or more than nothing', () => {
    const months = ['2015-11', '2015-12'];
    expect(finding({ months, byMonth: { '2015-11': 4, '2015-12': 4 }, total: 8 }, now).change).toBe(
      'December 2015 had 4, as many as November 2015 (4).',
    );
    expect(finding({ months, byMonth: { '2015-12': 3 }, total: 3 }, now)).toEqual({
      total: '3 submissions were received from November 2015 to December 2015.',
      change: 'December 2015 had 3, about as many as November 2015 (0).',
      running: null,
    });
  });
  it('compares the last three whole months with the first three, once there are six', () => {
    const months = ['2015-07', '2015-08', '2015-09', '2015-10', '2015-11', '2015-12', '2016-01'];
    const byMonth = {
      '2015-07': 10,
      '2015-08': 12,
      '2015-09': 11,
      '2015-10': 15,
      '2015-11': 14,
      '2015-12': 20,
      '2016-01': 1,
    };
    expect(finding({ months, byMonth, total: 83 }, now).change).toBe(
      'October to December 2015 had 49, about as many as July to September 2015 (33).',
    );
    expect(finding({ months: months.slice(1), byMonth, total: 73 }, now).change).toBe(
      'December 2015 had 20, about as many as November 2015 (14).',
    );
  });
  it('says both years where the months at one end have two', () => {
    const months = ['2014-09', '2014-10', '2014-11', '2014-12', '2015-01', '2015-02'];
    expect(finding({ months, byMonth: { '2014-12': 4, '2014-09': 1 }, total: 5 }, now).change).toBe(
      'December 2014 to February 2015 had 4, about as many as September to November 2014 (1).',
    );
  });
  it('compares nothing when the period has one whole month or none', () => {
    expect(finding({ months: ['2015-12', '2016-01'], byMonth: { '2015-12': 1 }, total: 1 }, now)).toEqual({
      total: '1 submission was received from December 2015 to January 2016.',
      change: null,
      running: 'So far in January 2016: 0.',
    });
    expect(finding({ months: ['2016-01'], byMonth: {}, total: 0 }, now)).toEqual({
      total: 'No submissions were received in January 2016.',
      change: null,
      running: null,
    });
  });
  it('begins a month with the force’s midnight', () => {
    const counts = { months: ['2015-05', '2015-06'], byMonth: { '2015-05': 1, '2015-06': 2 }, total: 3 };
    expect(finding(counts, new Date('2015-06-30T22:59:00Z')).running).toBe('So far in June 2015: 2.');
    expect(finding(counts, new Date('2015-06-30T23:00:00Z')).change).toBe(
      'June 2015 had 2, about as many as May 2015 (1).',
    );
  });
});
