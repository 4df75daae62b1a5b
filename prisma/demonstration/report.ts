import type { Posted } from '#app/domain/form/read-posted.ts';
import { localDay, type LocalDay } from './calendar.ts';
import { nowhere } from './geography.ts';
import { peopleIn } from './persons.ts';
import type { Random } from './random.ts';
import type { Situation, World } from './situation.ts';
import { sourceAndAfter } from './source-fields.ts';
import {
  filled,
  inventedRegistration,
  partRegistration,
  places as placeWords,
  report as words,
  vehicles as vehicleWords,
} from './words.ts';

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

const items = (sectionId: string, all: readonly Posted[]) => all.map((posted) => ({ sectionId, posted }));

export function write(world: World, random: Random, about: Situation): Written {
  const vehicles = about.ring !== null || random.chance(0.38) ? [vehicleIn(about, random)] : [];
  const people = random.chance(about.ring === null ? 0.6 : 0.85) ? peopleIn(about, random) : [];
  const places = placesIn(world, about, random);
  const [vehicle] = vehicles;
  const [place] = places;
  return {
    fields: {
      ...danger(about, random),
      ...centre(about, random),
      ...information(about, random, vehicle?.said ?? null, people.length > 0),
      ...sourceAndAfter(about, random),
    },
    items: [
      ...items(
        'places',
        places.length === 0 ? [{ placesNotKnown: 'not_known' }] : places.map(({ posted }) => posted),
      ),
      ...items(
        'vehicles',
        vehicles.map(({ posted }) => posted),
      ),
      ...items('people', people),
    ],
    address: place?.address ?? null,
    vehicle: vehicle?.described ?? null,
  };
}

function danger({ danger: when, child, victim }: Situation, random: Random): Posted {
  const asked = when === 'now' || child === 'in_danger';
  const called = when === 'now' || random.chance(0.5);
  return {
    danger: when,
    child,
    onBehalfOfVictim: victim === null ? 'no' : 'yes',
    ...(asked ? { emergencyCall: called ? 'called' : 'not_immediate' } : {}),
    ...(asked && called ? { emergencyLog: `EX-${random.between(100, 999)}` } : {}),
  };
}

/** Who spoke through the reporter, and what they chose. Versions before the second do not ask it. */
function centre({ victim, source, reporter }: Situation, random: Random): Posted {
  if (victim === null) return {};
  return {
    ...(reporter.site === null ? {} : { reportingSite: reporter.site }),
    whoSpeaks: source.kind === 'victim' ? 'self' : 'other',
    choiceExplained: 'yes',
    speakerInterpreter: random.weighted([
      ['not_needed', 5],
      ['professional', 3],
      ['colleague', 2],
    ]),
    speakerChoice: source.identity,
  };
}

function information(
  { scenario, fillers, source, sentAt, ring }: Situation,
  random: Random,
  vehicle: string | null,
  people: boolean,
): Posted {
  const learned = daysBefore(sentAt, random.between(0, 3));
  const account = [
    random.pick(words.openings[source.kind]),
    filled(scenario.account, fillers),
    ...(vehicle === null ? [] : [filled(random.pick(words.withVehicle), { vehicle })]),
    filled(random.pick(words.patterns), fillers),
    ...(ring === null ? [] : [`They call the person in charge ${ring.leader.alias}.`]),
  ].join(' ');
  return {
    exploitationTypes: [...scenario.types],
    ...(scenario.types.includes('other') ? { exploitationOther: 'Money and papers taken by others' } : {}),
    whatIsKnown: account,
    ...happened(learned, random),
    learnedDate: 'exact',
    ...boxes('learnedDate', learned),
    ...(vehicle === null && !people
      ? {}
      : { canDescribe: [...(people ? ['people'] : []), ...(vehicle === null ? [] : ['vehicles'])] }),
  };
}

/** The day of the information: mostly known, never after it was learned. */
function happened(learned: LocalDay, random: Random): Posted {
  const on = daysBefore(new Date(`${learned}T12:00:00Z`), random.between(0, 9));
  const [year = '', month = ''] = on.split('-');
  const precision = random.weighted([
    ['exact', 50],
    ['ongoing', 26],
    ['month', 10],
    ['range', 8],
    ['unknown', 6],
  ]);
  if (precision === 'exact') return { informationDate: precision, ...boxes('informationDate', on) };
  if (precision === 'month')
    return { informationDate: precision, 'informationDate-in-month': month, 'informationDate-in-year': year };
  if (precision === 'range')
    return {
      informationDate: precision,
      ...boxes('informationDate-from', on),
      ...boxes('informationDate-to', learned),
    };
  if (precision === 'ongoing' && random.chance(0.6))
    return { informationDate: precision, 'informationDate-since': random.pick(words.since) };
  return { informationDate: precision };
}

const daysBefore = (at: Date, days: number): LocalDay => localDay(new Date(at.getTime() - days * 86_400_000));

function boxes(prefix: string, on: LocalDay): Posted {
  const [year = '', month = '', day = ''] = on.split('-');
  return { [`${prefix}-day`]: day, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
}

type Place = { posted: Posted; address: string };

function placesIn({ geography }: World, about: Situation, random: Random): Place[] {
  const { where, areas, ring, scenario, fillers } = about;
  if (where === 'none') {
    // Half of those without a postcode know at least a landmark.
    if (random.chance(0.5)) return [];
    const landmark = random.pick(placeWords.landmarks);
    return [{ posted: { placeKind: scenario.place.kind, placeLandmark: landmark }, address: landmark }];
  }
  const postcodes = {
    area: () => [ring?.postcode ?? geography.inArea(areas[0] ?? '', random)],
    several: () => areas.map((area) => geography.inArea(area, random)),
    ambiguous: () => [geography.ambiguous(random)],
    outside: () => [geography.outside(random)],
    unknown: () => [nowhere],
  }[where]();
  return postcodes.map((postcode, index) => {
    const area = areas[index];
    const street = ring?.street ?? `${random.between(1, 180)} ${random.pick(placeWords.streets)}`;
    const town = area === undefined ? null : geography.nameOf(area);
    const { kind, sector, business, people } = scenario.place;
    return {
      posted: {
        placeKind: kind,
        placePostcode: postcode,
        placeAddress: street,
        ...(town === null ? {} : { placeTown: town }),
        ...(sector === undefined ? {} : { placeSector: sector }),
        ...(business === undefined ? {} : { placeBusiness: business }),
        ...(people === undefined || random.chance(0.45) ? {} : peopleThere(fillers['count'] ?? '')),
        ...(random.chance(0.3) ? { placeNote: random.pick(placeWords.placeNotes) } : {}),
      },
      address: [street, town, postcode].filter((part) => part !== null).join(', '),
    };
  });
}

/** A number in versions 1 and 2, about so many since. */
const peopleThere = (count: string): Posted => ({
  placePeopleCount: count,
  placePeopleEstimate: `about ${count}`,
});

type Vehicle = { posted: Posted; said: string; described: string };

function vehicleIn({ ring, scenario }: Situation, random: Random): Vehicle {
  const look = ring?.vehicle ?? random.pick(vehicleWords.looks);
  const registration =
    ring?.registration ??
    random.weighted([
      [inventedRegistration(random), 60],
      [partRegistration(random), 20],
      [null, 20],
    ]);
  return {
    posted: {
      ...(registration === null ? {} : { vehicleVrm: registration }),
      vehicleMake: look.make,
      vehicleModel: look.model,
      vehicleColour: look.colour,
      ...(random.chance(0.3) ? { vehicleMarks: random.pick(vehicleWords.marks) } : {}),
      vehicleUse: scenario.vehicleUse,
    },
    said: look.said,
    described: [`${look.colour} ${look.make} ${look.model}`, registration]
      .filter((part) => part !== null)
      .join(', '),
  };
}
