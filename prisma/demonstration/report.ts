import type { Posted } from '#app/domain/form/read-posted.ts';
import { localDay, type LocalDay } from './calendar.ts';
import { peopleIn, placesIn, vehicleIn } from './items.ts';
import type { Random } from './random.ts';
import type { Situation, World } from './situation.ts';
import { anyCommunity, dramaPhone, filled, people, report as words, someAnswers } from './words.ts';

/**
 * A report as its writer types it: the fields of all its pages together, since a version of the form may ask them on
 * other pages, and the items of its lists; with what police later repeat of it.
 */
export type Written = {
  fields: Posted;
  items: { sectionId: string; posted: Posted }[];
  address: string | null;
  vehicle: string | null;
};

export function write(world: World, random: Random, about: Situation): Written {
  const vehicle = about.ring !== null || random.chance(0.38) ? vehicleIn(about, random) : null;
  const persons = random.chance(about.ring === null ? 0.6 : 0.85) ? peopleIn(about, random) : [];
  const places = placesIn(world, about, random);
  const inList = (sectionId: string, all: readonly Posted[]) =>
    all.map((posted) => ({ sectionId, posted: given(posted) }));
  return {
    fields: given({
      ...danger(about, random),
      ...information(about, random, vehicle?.said ?? null),
      canDescribe: [...(persons.length > 0 ? ['people'] : []), ...(vehicle === null ? [] : ['vehicles'])],
      ...source(about, random),
      reportingSite: about.reporter.site ?? '',
      ...(about.victim === null ? {} : onBehalf(about, about.victim, random)),
      ...(about.ring !== null || random.chance(0.5) ? someAnswers(random, 'more') : {}),
      ...(about.ring === null ? {} : { organisedGroup: 'yes' }),
      ...(random.chance(0.35) ? alreadyDone(about, random) : {}),
    }),
    items: [
      ...inList(
        'places',
        places.length === 0 ? [{ placesNotKnown: 'not_known' }] : places.map(({ posted }) => posted),
      ),
      ...inList('vehicles', vehicle === null ? [] : [vehicle.posted]),
      ...inList('people', persons),
    ],
    address: places[0]?.described ?? null,
    vehicle: vehicle?.described ?? null,
  };
}

/** Without what comes to nothing: a page on which nothing is answered is not opened. */
const given = (fields: Posted): Posted =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));

function danger({ danger: when, child, victim }: Situation, random: Random): Posted {
  const asked = when === 'now' || child === 'in_danger';
  const called = asked && (when === 'now' || random.chance(0.5));
  return {
    danger: when,
    child,
    onBehalfOfVictim: victim === null ? 'no' : 'yes',
    emergencyCall: called ? 'called' : asked ? 'not_immediate' : '',
    emergencyLog: called ? `EX-${random.between(100, 999)}` : '',
  };
}

function information(
  { scenario, fillers, source: { kind }, sentAt, ring }: Situation,
  random: Random,
  vehicle: string | null,
): Posted {
  const learned = daysBefore(sentAt, random.between(0, 3));
  const account = [
    random.pick(words.openings[kind]),
    filled(scenario.account, fillers),
    vehicle === null ? '' : filled(random.pick(words.withVehicle), { vehicle }),
    filled(random.pick(words.patterns), fillers),
    ring === null ? '' : `They call the person in charge ${ring.leader.alias}.`,
  ];
  return {
    exploitationTypes: [...scenario.types],
    exploitationOther: scenario.types.includes('other') ? 'Money and papers taken by others' : '',
    whatIsKnown: account.filter((sentence) => sentence !== '').join(' '),
    ...happened(learned, random),
    learnedDate: 'exact',
    ...boxes('learnedDate', learned),
  };
}

/** The day of the information: mostly known, never after it was learned. */
function happened(learned: LocalDay, random: Random): Posted {
  const on = daysBefore(new Date(`${learned}T12:00:00Z`), random.between(0, 9));
  const [year = '', month = ''] = on.split('-');
  const precision = random.weighted({ exact: 50, ongoing: 26, month: 10, range: 8, unknown: 6 });
  return {
    informationDate: precision,
    ...{
      exact: boxes('informationDate', on),
      ongoing: { 'informationDate-since': random.chance(0.6) ? random.pick(words.since) : '' },
      month: { 'informationDate-in-month': month, 'informationDate-in-year': year },
      range: { ...boxes('informationDate-from', on), ...boxes('informationDate-to', learned) },
      unknown: {},
    }[precision],
  };
}

const daysBefore = (at: Date, days: number): LocalDay => localDay(new Date(at.getTime() - days * 86_400_000));

function boxes(prefix: string, on: LocalDay): Posted {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${prefix}-day`]: day, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
}

function source({ source: { kind, how, identity }, guess, shareWith }: Situation, random: Random): Posted {
  const named = identity === 'named' && kind !== 'self';
  const contact = `${dramaPhone(random.between(800, 999))}, ${random.pick(words.sourceContacts)}`;
  return {
    sourceKind: kind,
    howSourceKnows: how,
    sourceIdentity: identity,
    sourceName: named ? random.pick(people.sourceNames) : '',
    sourceContact: named ? contact : '',
    sourceCouldBeGuessed: guess,
    ...(guess === 'no' ? {} : someAnswers(random, 'guessed')),
    shareWith,
    ...(shareWith === 'named_agencies' ? someAnswers(random, 'namedAgencies') : {}),
    ringBeforeActing: 'no',
    ...(random.chance(guess === 'no' ? 0.12 : 0.7) ? someAnswers(random, 'callFirst') : {}),
    ...someAnswers(random, 'source'),
  };
}

/** Who spoke through the reporter, what they chose and what they wish. Versions before the second ask less of it. */
function onBehalf(
  { source: { kind, identity }, child }: Situation,
  { wantsContact }: { wantsContact: boolean },
  random: Random,
): Posted {
  const isChild = child === 'yes' || child === 'in_danger';
  return {
    whoSpeaks: kind === 'victim' ? 'self' : 'other',
    speakerChoice: identity,
    ...someAnswers(random, 'onBehalf'),
    victimWantsContact: wantsContact ? 'yes' : random.pick(['no', 'not_known']),
    victimNrmConsent: isChild ? 'child' : random.pick(['yes', 'no', 'not_asked', 'not_known']),
    victimLanguage: anyCommunity(random).language,
    ...someAnswers(random, 'wishes'),
  };
}

function alreadyDone({ victim }: Situation, random: Random): Posted {
  const status = random.weighted({ nrm: victim === null ? 8 : 40, duty_to_notify: 8, no: 50, not_known: 20 });
  const referred = status === 'nrm' || status === 'duty_to_notify';
  return {
    nrmStatus: status,
    ...(referred ? someAnswers(random, 'referred') : {}),
    ...someAnswers(random, 'done'),
  };
}
