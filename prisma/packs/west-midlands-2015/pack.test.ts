import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { roleNames } from '#app/domain/kernel/actor.ts';
import { questionsOf } from '#app/domain/form/definition.ts';
import { postcodeRulesOf } from '#app/domain/kernel/postcode-rules.ts';
import { resolvePostcode } from '#app/domain/routing/postcode.ts';
import { workingCalendar } from '#app/domain/force/clocks-calendar.ts';
import { submissionDueDates } from '#app/domain/force/clocks.ts';
import { contrastOnWhite } from '#app/domain/force/pack-settings.ts';
import { settingsOf } from '#app/domain/admin/pack-schema.ts';
import { readDemonstration, readForcePack } from '#app/domain/admin/read-force-pack.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const pack = await readForcePack(folder);
const on = new Date('2016-01-18T09:00:00Z');

describe('the pack of West Midlands Police, 2015', () => {
  it('has ten areas, each with a SPOC queue, FIB and the force SPOC', () => {
    expect(pack.areas.map(({ name }) => name)).toEqual([
      'Birmingham West and Central',
      'Birmingham East',
      'Birmingham North',
      'Birmingham South',
      'Coventry',
      'Dudley',
      'Sandwell',
      'Solihull',
      'Walsall',
      'Wolverhampton',
    ]);
    expect(pack.queues).toHaveLength(12);
    for (const area of pack.areas) {
      const queue = pack.queues.find((one) => one.area === area.code);
      expect(queue?.name).toBe(`${area.name} SPOC`);
    }
  });

  it('keeps the attribution that the postcode data asks for', () => {
    expect(pack.attribution).toContain('Ordnance Survey');
    expect(settingsOf(pack).attribution).toBe(pack.attribution);
  });

  it('keeps the small settings apart from the large lists', () => {
    expect(settingsOf(pack)).not.toHaveProperty('postcodes');
    expect(settingsOf(pack)).not.toHaveProperty('plan');
    expect(settingsOf(pack).force.name).toBe('West Midlands Police');
  });

  it('has a colour that is readable on white', () => {
    expect(contrastOnWhite(pack.force.colour)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOnWhite('#000000')).toBeCloseTo(21);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1);
  });

  it('sets a clock that a High submission of the night keeps', () => {
    const calendar = workingCalendar(pack.workingHours);
    const due = submissionDueDates(new Date('2016-01-16T23:00:00Z'), 'high', pack.clocks, calendar);
    expect(due).toEqual({
      firstSeen: new Date('2016-01-17T00:00:00Z'),
      assessed: new Date('2016-01-17T03:00:00Z'),
      answered: new Date('2016-01-17T23:00:00Z'),
    });
    const low = submissionDueDates(on, 'low', pack.clocks, calendar);
    expect(low.firstSeen).toEqual(new Date('2016-01-20T17:00:00Z'));
  });

  it('tells the duty list at once and the MDS lead at 30 minutes', () => {
    expect(pack.escalation.map(({ afterMinutes, positions }) => [afterMinutes, positions[0]])).toEqual([
      [0, 'duty_officer'],
      [15, 'duty_officer'],
      [30, 'deputy'],
      [45, 'fib_supervisor'],
      [60, 'duty_inspector'],
    ]);
    expect(
      pack.escalation.filter(({ tellMdsLead }) => tellMdsLead).map(({ afterMinutes }) => afterMinutes),
    ).toEqual([30]);
  });

  it('sends no text message to Relay UK’s number, and says that a text must be registered for and answered', () => {
    const ways = pack.emergency.otherWays.map(({ how }) => how);
    for (const text of [...ways, pack.emergency.call, ...pack.signposts.map((signpost) => signpost.text)])
      expect(text).not.toMatch(/\btext(ing)?\s+(to\s+)?1800[01]/i);
    expect(ways.join(' ')).toMatch(/Call 18000 .*Text 999 .*register.* only when an answer comes/);
  });

  it('promises no opening hours in its signposts', () => {
    for (const { text } of pack.signposts)
      expect(text).not.toMatch(/24\s*(\/|hours|hrs)|\b\d{1,2}(am|pm)\b/i);
  });

  it('lists its communities by codes that the form can answer', () => {
    const codesOf = (meaning: 'person.language' | 'person.nationality') =>
      new Set(
        pack.forms.flatMap(({ definition, meanings }) =>
          questionsOf(definition).flatMap((question) =>
            question.id === meanings[meaning] && 'options' in question
              ? question.options.map(({ value }) => value)
              : [],
          ),
        ),
      );
    const spoken = codesOf('person.language');
    const nations = codesOf('person.nationality');
    for (const community of pack.communities) {
      for (const { code } of community.languages) expect(spoken).toContain(code);
      for (const { code } of community.nationalities) expect(nations).toContain(code);
    }
  });
});

describe('its postcodes', () => {
  const rules = postcodeRulesOf(pack.postcodes);
  const resolve = (written: string) => resolvePostcode(written, rules, on);

  it('has every district, sector and exception of the data', () => {
    const count = (scope: string) => pack.postcodes.filter((rule) => rule.scope === scope).length;
    expect([count('district'), count('sector'), count('unit')]).toEqual([149, 546, 3103]);
  });

  it('sends every exception where the file says', () => {
    const lines = readFileSync(`${folder}postcode-exceptions.csv`, 'utf8').trim().split('\n').slice(1);
    for (const line of lines) {
      const [postcode = '', area] = line.trim().split(',');
      const place = resolve(postcode);
      expect(place.kind === 'area' ? place.area : place.kind).toBe(area === 'OUT' ? 'out_of_force' : area);
    }
  });

  it('sends a full postcode without an exception to its sector', () => {
    expect(resolve('b11 1aa')).toMatchObject({ kind: 'area', area: 'BE', by: 'sector' });
    expect(resolve('B5 7SW')).toMatchObject({ kind: 'area' });
  });

  it('shows the candidates of B5 and asks FIB', () => {
    expect(resolve('B5')).toMatchObject({
      kind: 'ambiguous',
      candidates: [
        { area: 'BWC', share: 0.637 },
        { area: 'BS', share: 0.263 },
        { area: 'BE', share: 0.1 },
      ],
    });
  });

  it('names the force outside', () => {
    expect(resolve('CV8')).toMatchObject({ kind: 'out_of_force', force: 'Warwickshire Police' });
    expect(resolve('B14 5SL')).toMatchObject({
      kind: 'out_of_force',
      force: 'West Mercia Police',
      by: 'exception',
    });
    expect(resolve('M1 1AA')).toMatchObject({ kind: 'unknown_postcode', postcode: 'M1 1AA' });
  });
});

describe('its demonstration', () => {
  it('has the partners and people that a demonstration needs', async () => {
    const demonstration = await readDemonstration(folder, pack);
    const kinds = demonstration.organisations.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'ngo').length).toBeGreaterThanOrEqual(4);
    const centres = demonstration.organisations.filter(({ kind }) => kind === 'third_party_centre');
    expect(centres.map(({ sites }) => sites.length >= 2)).toEqual([true, true]);
    expect(demonstration.accounts.flatMap(({ presents }) => presents ?? []).sort()).toEqual(
      [...roleNames].sort(),
    );
    const spocs = demonstration.accounts.flatMap(({ roles }) => roles.filter(({ role }) => role === 'spoc'));
    const everywhere = new Set([...pack.areas.map(({ code }) => code), null]);
    expect(new Set(spocs.map(({ area }) => area))).toEqual(everywhere);
    for (const { code } of demonstration.organisations) {
      const reporters = demonstration.accounts.filter(
        ({ organisation, roles }) => organisation === code && roles.some(({ role }) => role === 'reporter'),
      );
      expect(reporters.length, code).toBeGreaterThanOrEqual(2);
    }
  });
});
