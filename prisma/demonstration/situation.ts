import type { FormDefinition } from '#app/domain/form/definition.ts';
import { localDay } from './calendar.ts';
import type { Geography } from './geography.ts';
import type { Random } from './random.ts';
import { areaSeen, nextReporter, type Reporter, type Staff } from './staff.ts';
import { phaseOf } from './volumes.ts';
import { report as words, rings, scenarios, type Ring, type Scenario } from './words.ts';

/** How well the place is known: what routing makes of it follows. */
export type Where = 'area' | 'none' | 'ambiguous' | 'outside' | 'several' | 'unknown';

type SourceKind = 'self' | 'victim' | 'colleague' | 'client' | 'public' | 'document' | 'anonymous';
type HowKnown = 'experienced' | 'witnessed' | 'told' | 'overheard' | 'read' | 'not_known';

/** What a report is about, before it is put into words. */
export type Situation = {
  number: number;
  sentAt: Date;
  reporter: Reporter;
  scenario: Scenario;
  ring: Ring | null;
  where: Where;
  /** The areas in which its places lie: none, one, or several. */
  areas: string[];
  danger: 'no' | 'soon' | 'now';
  child: 'no' | 'yes' | 'in_danger' | 'not_known';
  guess: 'no' | 'unsure' | 'yes';
  /** On behalf of a victim, and whether they want the police; null where it is not. */
  victim: { wantsContact: boolean } | null;
  source: { kind: SourceKind; how: HowKnown; identity: 'named' | 'confidential' | 'anonymous' };
  shareWith: 'no_limit' | 'named_agencies' | 'police_only';
  fillers: Readonly<Record<string, string>>;
};

/** What routing makes of it; the portal's own decision is held against this when the year is made. */
export type Placed = {
  queue: string;
  area: string | null;
  priority: 'high' | 'medium' | 'low';
  high: boolean;
  restricted: boolean;
};

const howOf: Readonly<Record<SourceKind, readonly HowKnown[]>> = {
  self: ['witnessed', 'witnessed', 'overheard'],
  victim: ['experienced'],
  colleague: ['witnessed', 'witnessed', 'told'],
  client: ['witnessed', 'told', 'overheard'],
  public: ['witnessed', 'witnessed', 'told'],
  document: ['read'],
  anonymous: ['not_known'],
};

export type World = {
  geography: Geography;
  staff: Staff;
  /** The version of the form in force at a time. */
  formAt: (at: Date) => FormDefinition;
};

/** The next report of the year; `fixed` are those parts of it that the demonstration needs as they are. */
export function situation(
  world: World,
  random: Random,
  number: number,
  sentAt: Date,
  fixed: Partial<Situation> = {},
): Situation {
  const on = localDay(sentAt);
  const phase = phaseOf(on);
  const reporter = fixed.reporter ?? nextReporter(world.staff, phase, random);
  const met = rings.filter((ring) => ring.met[0] <= on && on <= ring.met[1]);
  const ring = met.length > 0 && random.chance(0.12) ? random.pick(met) : null;
  const scenario = random.pick(
    ring === null ? scenarios : scenarios.filter(({ code }) => ring.scenarios.includes(code)),
  );
  const victim = random.chance(0.15) ? { wantsContact: random.chance(0.6) } : null;
  const where = ring === null ? someWhere(random, victim !== null) : 'area';
  const area = ring?.area ?? areaSeen(reporter, phase, random);
  const kind = victim === null ? someSource(random) : random.pick(['victim', 'victim', 'client'] as const);
  return {
    number,
    sentAt,
    reporter,
    scenario,
    ring,
    where,
    areas: areasOf(where, area, world.geography, random),
    danger: random.weighted({ no: 93, soon: 5.5, now: 1.5 }),
    child: childIn(scenario, random),
    guess: random.weighted({ no: 90, unsure: 5, yes: 5 }),
    victim,
    source: { kind, how: random.pick(howOf[kind]), identity: identityOf(kind, random) },
    shareWith: random.weighted({ no_limit: 78, police_only: 14, named_agencies: 8 }),
    fillers: {
      count: String(random.between(...(scenario.place.people ?? [2, 6]))),
      weeks: String(random.between(2, 11)),
      days: random.pick(words.days),
      pay: random.pick(words.pay),
    },
    ...fixed,
  };
}

function someWhere(random: Random, forVictim: boolean): Where {
  return random.weighted({
    area: 81,
    none: forVictim ? 10 : 5,
    ambiguous: 5,
    outside: 4,
    several: 3,
    unknown: 1.5,
  });
}

function areasOf(where: Where, area: string, { areas }: Geography, random: Random): string[] {
  if (where === 'area') return [area];
  if (where !== 'several') return [];
  return [area, random.pick(areas.filter((other) => other !== area))];
}

function someSource(random: Random): SourceKind {
  return random.weighted({ self: 26, colleague: 18, client: 24, public: 15, document: 7, anonymous: 10 });
}

function identityOf(kind: SourceKind, random: Random): Situation['source']['identity'] {
  if (kind === 'self') return 'named';
  if (kind === 'document' || kind === 'anonymous') return 'anonymous';
  return random.chance(0.45) ? 'named' : 'confidential';
}

const aboutChildren = ['older-group', 'carrying-drugs', 'counterfeit-goods', 'child-at-home', 'nail-bar'];

function childIn({ code }: Scenario, random: Random): Situation['child'] {
  if (!aboutChildren.includes(code)) return random.chance(0.7) ? 'no' : 'not_known';
  return random.chance(0.2) ? 'in_danger' : 'yes';
}

/** The pack's rules in short, in their order. */
export function placed(
  { danger, child, guess, where, areas, victim }: Situation,
  geography: Geography,
): Placed {
  const high = danger !== 'no' || child === 'in_danger';
  const restricted = guess !== 'no';
  const [only = null, ...others] = areas;
  const area = others.length === 0 ? only : null;
  const medium = restricted || victim !== null;
  const priority = high ? 'high' : medium ? 'medium' : 'low';
  const atFib: Placed = { queue: geography.fib, area, priority, high, restricted };
  if (high || restricted || where === 'outside' || where === 'ambiguous' || where === 'several') return atFib;
  if (!victim?.wantsContact) return atFib;
  return { ...atFib, queue: area === null ? geography.forceSpoc : geography.queueOf(area) };
}
