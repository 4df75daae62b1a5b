import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceResolution } from '#app/domain/routing/postcode.ts';
import { postcodeRulesOf } from '#app/domain/kernel/postcode-rules.ts';
import { resolvePostcode } from '#app/domain/routing/postcode.ts';
import type { RoutingQueue } from '#app/domain/force/force-queues.server.ts';
import { route } from '#app/domain/routing/route.ts';
import { disseminationLinks } from '#app/domain/routing/rules.ts';
import type { Facts } from '#app/domain/routing/facts.ts';
import { anyFacts, facts } from '#tests/factories/facts.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';

const pack = await readForcePack(fileURLToPath(new URL('.', import.meta.url)));
const postcodes = postcodeRulesOf(pack.postcodes);
const on = new Date('2016-01-18T09:00:00Z');
const at = (...written: string[]): PlaceResolution[] =>
  written.map((one) => resolvePostcode(one, postcodes, on));

const queues: RoutingQueue[] = pack.queues.map((queue) => {
  const area = pack.areas.find(({ code }) => code === queue.area);
  return {
    code: queue.code,
    name: queue.name,
    kind: queue.kind,
    area: area ? { code: area.code, name: area.name } : null,
  };
});
const decide = (changes: Partial<Facts>) => route(facts(changes), pack.routing, queues);
const watchersOf = (changes: Partial<Facts>) => decide(changes).watchers.map(({ queue }) => queue);
const itemsOf = (changes: Partial<Facts>) => decide(changes).planItems.map(({ item }) => item);

const east = at('B11 1AA');
const victim = { onBehalfOfVictim: true, victimWantsContact: true };

describe('the primary queue', () => {
  it.each<[string, Partial<Facts>, string, string]>([
    ['danger', { danger: true, places: east }, 'fib', 'danger'],
    ['a child in danger', { childInDanger: true, places: east }, 'fib', 'child-in-danger'],
    ['danger before a victim’s wish', { danger: true, ...victim, places: east }, 'fib', 'danger'],
    [
      'a source who could be guessed',
      { sourceCouldBeGuessed: 'yes', places: east },
      'fib',
      'source-could-be-guessed',
    ],
    [
      'a source who might be guessed',
      { sourceCouldBeGuessed: 'unsure', places: east },
      'fib',
      'source-could-be-guessed',
    ],
    ['out of force', { places: at('CV8') }, 'fib', 'out-of-force'],
    ['partly out of force', { places: [...east, ...at('CV8')] }, 'fib', 'out-of-force'],
    ['an ambiguous postcode', { places: at('B5') }, 'fib', 'ambiguous-postcode'],
    ['several areas', { places: [...east, ...at('CV1')] }, 'fib', 'several-areas'],
    ['no place', {}, 'fib', 'no-place'],
    ['a place without postcode', { places: at('') }, 'fib', 'no-place'],
    ['an unknown postcode', { places: at('ZZ9 9ZZ') }, 'fib', 'unknown-postcode'],
    ['a victim in an area', { ...victim, places: east }, 'spoc-be', 'victim-wants-contact'],
    ['a victim without a place', victim, 'force-spoc', 'victim-wants-contact'],
    [
      'a victim with an unknown postcode',
      { ...victim, places: at('ZZ9 9ZZ') },
      'force-spoc',
      'victim-wants-contact',
    ],
    ['a victim in several areas', { ...victim, places: at('B11 1AA', 'CV1') }, 'fib', 'several-areas'],
    ['a victim with an ambiguous postcode', { ...victim, places: at('B5') }, 'fib', 'ambiguous-postcode'],
    [
      'a victim whose source could be guessed',
      { ...victim, sourceCouldBeGuessed: 'yes', places: east },
      'fib',
      'source-could-be-guessed',
    ],
    ['a victim who wants no contact', { onBehalfOfVictim: true, places: east }, 'fib', 'everything-else'],
    ['a wish without a victim', { victimWantsContact: true, places: east }, 'fib', 'everything-else'],
    ['everything else', { places: east }, 'fib', 'everything-else'],
  ])('of %s', (_, changes, queue, rule) => {
    expect(decide(changes)).toMatchObject({ primaryQueue: queue, primaryRule: rule });
  });
});

describe('the reason in words', () => {
  it.each<[Partial<Facts>, string]>([
    [
      { places: at('B5') },
      'The postcode does not decide the area: B5 (Birmingham West and Central 64%, Birmingham South 26%, Birmingham East 10%). Force Intelligence Bureau decides.',
    ],
    [
      { places: at('CV8') },
      'A place lies outside the force: CV8 (Warwickshire Police). Force Intelligence Bureau holds it, to pass on.',
    ],
    [
      { places: at('B11 1AA', 'CV1') },
      'The places lie in several areas: Birmingham East and Coventry. Force Intelligence Bureau holds it for all of them.',
    ],
    [
      { ...victim, places: east },
      'It is on behalf of a victim who wants police contact. Birmingham East SPOC holds it (area: Birmingham East).',
    ],
    [victim, 'It is on behalf of a victim who wants police contact. Force SPOC holds it (area: no area).'],
  ])('%#', (changes, reason) => {
    expect(decide(changes).reason).toBe(reason);
  });
});

describe('watchers, priority, restriction and notices', () => {
  it('lets the area’s SPOC watch a report of danger and tells the duty list', () => {
    expect(decide({ danger: true, places: east })).toMatchObject({
      priority: 'high',
      restricted: false,
      notify: ['duty_list'],
      area: 'BE',
      watchers: [{ queue: 'spoc-be', rule: 'danger' }],
    });
    expect(watchersOf({ childInDanger: true, places: at('B11 1AA', 'CV1') })).toEqual([
      'spoc-be',
      'spoc-cov',
    ]);
  });

  it('keeps only FIB and its duty list for what is High and restricted', () => {
    expect(decide({ danger: true, sourceCouldBeGuessed: 'unsure', places: east })).toMatchObject({
      primaryQueue: 'fib',
      priority: 'high',
      restricted: true,
      watchers: [],
      notify: ['duty_list'],
    });
  });

  it('lets FIB watch what a SPOC holds', () => {
    expect(decide({ ...victim, places: east })).toMatchObject({ priority: 'medium', restricted: false });
    expect(watchersOf({ ...victim, places: east })).toEqual(['fib']);
    expect(watchersOf(victim)).toEqual(['fib']);
  });

  it.each<[Partial<Facts>, string]>([
    [{ places: east }, 'low'],
    [{ onBehalfOfVictim: true, places: east }, 'medium'],
    [{ sourceCouldBeGuessed: 'yes' }, 'medium'],
    [{ sourceCouldBeGuessed: 'yes', childInDanger: true }, 'high'],
  ])('sets the priority of %j', (changes, priority) => {
    expect(decide(changes).priority).toBe(priority);
  });
});

describe('plan links', () => {
  const quiet: Partial<Facts> = { places: east };

  it('makes none without cause', () => {
    expect(itemsOf(quiet)).toEqual([]);
  });

  it.each<[string, Partial<Facts>, string[]]>([
    ['a third-party centre', { organisationKind: 'third_party_centre' }, ['PCC 1.4.1', 'PCC 3.3c.1']],
    ['the web form', { channel: 'web' }, ['PCC 1.4.1', 'PCC 3.3c.1']],
    ['a partner of the network', { networkMember: true }, ['PCC 1.2.3', 'Prepare 1']],
    ['a network itself', { organisationKind: 'network' }, ['PCC 1.2.3', 'Prepare 1']],
    ['a type and a place', { typeGiven: true }, ['PCC 1.2.4']],
    ['a type without a place', { typeGiven: true, places: [] }, []],
    ['a victim', { onBehalfOfVictim: true }, ['PCC 3.3c.1', 'PCC 1.2.1']],
    ['ten people at a place', { largestPeopleEstimate: 10 }, ['Prepare 2']],
    ['nine people at a place', { largestPeopleEstimate: 9 }, []],
    ['an NRM referral', { nrmOrDutyToNotify: true }, ['Protect 3']],
    ['an organised group', { organisedGroup: true }, ['Pursue 1']],
    ['a repeat vehicle', { repeatVehicle: true }, ['Pursue 1']],
    ['a listed language', { languages: ['en', 'vi'] }, ['PCC 1.4.3', 'Prevent 2']],
    ['a listed nationality', { nationalities: ['NG'] }, ['PCC 1.4.3', 'Prevent 2']],
    ['another language and nationality', { languages: ['en'], nationalities: ['GB'] }, []],
  ])('for %s', (_, changes, items) => {
    expect(itemsOf({ ...quiet, ...changes })).toEqual(items);
  });

  it('links an item once, by the first rule', () => {
    const links = decide({
      ...quiet,
      channel: 'web',
      organisationKind: 'third_party_centre',
      ...victim,
    }).planItems;
    expect(links.map(({ item, rule }) => [item, rule])).toEqual([
      ['PCC 3.3c.1', 'on-behalf-of-victim'],
      ['PCC 1.2.1', 'on-behalf-of-victim'],
      ['PCC 1.4.1', 'third-party-centre'],
    ]);
  });

  it('links a dissemination to an area, and no other', () => {
    expect(disseminationLinks(pack.routing, 'area').map(({ item }) => item)).toEqual([
      'PCC 3.7a.1',
      'PCC 3.7b.1',
      'Protect 1',
    ]);
    expect(disseminationLinks(pack.routing, 'force_spoc')).toEqual([]);
  });

  it('lists exactly the languages and nationalities of the communities', () => {
    const rule = JSON.stringify(pack.routing.rules.find(({ code }) => code === 'listed-community')?.when);
    const codes = (key: 'languages' | 'nationalities') =>
      pack.communities.flatMap((community) => community[key].map(({ code }) => code));
    expect(JSON.parse(rule)).toEqual({
      any: [
        { fact: 'languages', includesAny: codes('languages') },
        { fact: 'nationalities', includesAny: codes('nationalities') },
      ],
    });
  });
});

describe('any facts at all', () => {
  const known = new Set(queues.map(({ code }) => code));
  const any = anyFacts(pack.areas.map(({ code }) => code));

  it('give one primary queue, a reason, and nothing outside FIB when restricted', () => {
    fc.assert(
      fc.property(any, (given) => {
        const decision = route(given, pack.routing, queues);
        expect(known).toContain(decision.primaryQueue);
        expect(decision.reason.trim()).not.toBe('');
        expect(decision.reason).not.toMatch(/[{}]/);
        expect(decision.matched.map(({ code }) => code)).toContain(decision.primaryRule);
        const watching = decision.watchers.map(({ queue }) => queue);
        expect(watching).not.toContain(decision.primaryQueue);
        expect(new Set(watching).size).toBe(watching.length);
        expect(new Set(decision.planItems.map(({ item }) => item)).size).toBe(decision.planItems.length);
        if (given.danger || given.childInDanger) {
          expect(decision).toMatchObject({ primaryQueue: 'fib', priority: 'high', notify: ['duty_list'] });
        }
        if (given.sourceCouldBeGuessed !== 'no') {
          expect(decision).toMatchObject({ primaryQueue: 'fib', restricted: true, watchers: [] });
        }
        expect(route(given, pack.routing, queues)).toEqual(decision);
      }),
      { numRuns: 500 },
    );
  });

  it('reach every rule: each decides the primary queue or adds its effects for some facts', () => {
    const reached = new Set<string>();
    for (const given of fc.sample(any, { numRuns: 4000, seed: 2015 })) {
      const decision = route(given, pack.routing, queues);
      reached.add(decision.primaryRule);
      for (const { rule } of decision.planItems) reached.add(rule);
    }
    expect(pack.routing.rules.map(({ code }) => code).filter((code) => !reached.has(code))).toEqual([]);
  });
});
