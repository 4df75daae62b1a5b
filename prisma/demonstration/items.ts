import type { Posted } from '#app/domain/form/read-posted.ts';
import { nowhere } from './geography.ts';
import type { Random } from './random.ts';
import type { Situation, World } from './situation.ts';
import { anyCommunity, dramaPhone, people, places, someAnswers, vehicles, type Community } from './words.ts';

/** An entry of a list of the form, and how police later repeat it. */
type Item = { posted: Posted; described: string };

export function placesIn({ geography }: World, about: Situation, random: Random): Item[] {
  const { where, areas, ring, scenario, fillers } = about;
  const { kind, sector = '', business = '', people: there } = scenario.place;
  if (where === 'none') {
    // Half of those without a postcode know at least a landmark.
    const landmark = random.pick(places.landmarks);
    return random.chance(0.5)
      ? []
      : [{ posted: { placeKind: kind, placeLandmark: landmark }, described: landmark }];
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
    const town = area === undefined ? '' : geography.nameOf(area);
    const street = ring?.street ?? `${random.between(1, 180)} ${random.pick(places.streets)}`;
    const count = there === undefined || random.chance(0.45) ? '' : (fillers['count'] ?? '');
    return {
      posted: {
        placeKind: kind,
        placePostcode: postcode,
        placeAddress: street,
        placeTown: town,
        placeSector: sector,
        placeBusiness: business,
        // A number in versions 1 and 2, about so many since.
        placePeopleCount: count,
        placePeopleEstimate: count === '' ? '' : `about ${count}`,
        ...someAnswers(random, 'place'),
      },
      described: [street, town, postcode].filter((part) => part !== '').join(', '),
    };
  });
}

const letters = 'A B C D E F G H J K L M N P R S T U V W X Y Z'.split(' ');

/** In a pattern that was never issued to a car, "ZZ" with numbers of a later series; of some two figures could not be read. */
function registration(random: Random): string {
  const end = [1, 2, 3].map(() => random.pick(letters)).join('');
  const number = String(random.between(80, 99));
  return random.weighted({ [`ZZ${number} ${end}`]: 60, [`ZZ?? ${end}`]: 20, '': 20 });
}

/** `said` is how the partner's account calls it. */
export function vehicleIn({ ring, scenario }: Situation, random: Random): Item & { said: string } {
  const { make, model, colour, said } = ring?.vehicle ?? random.pick(vehicles);
  const mark = ring?.registration ?? registration(random);
  return {
    posted: {
      vehicleVrm: mark,
      vehicleMake: make,
      vehicleModel: model,
      vehicleColour: colour,
      vehicleUse: scenario.vehicleUse,
      ...someAnswers(random, 'vehicle'),
    },
    said,
    described: `${colour} ${make} ${model}${mark === '' ? '' : `, ${mark}`}`,
  };
}

/** The people of a report: one or more who may be victims, of one community, and whoever is suspected. */
export function peopleIn({ ring, scenario, child }: Situation, random: Random): Posted[] {
  const community = anyCommunity(random);
  const young = child === 'yes' || child === 'in_danger';
  const women = scenario.types.includes('sexual') || scenario.types.includes('domestic_servitude');
  const harmed = Array.from({ length: Number(random.weighted({ '1': 65, '2': 27, '3': 8 })) }, () =>
    person(random, community, {
      part: random.chance(0.07) ? 'both' : 'possible_victim',
      woman: women || random.chance(0.25),
      ageRange: random.pick(young ? ['12_to_15', '16_to_17'] : ['18_to_24', '25_to_34', '35_to_49']),
    }),
  );
  if (ring !== null) return [...harmed, leaderOf(ring)];
  if (random.chance(0.45)) return harmed;
  const suspect = person(random, random.chance(0.6) ? community : anyCommunity(random), {
    part: random.weighted({ suspected_exploiter: 85, unclear: 10, witness: 5 }),
    woman: random.chance(0.25),
    ageRange: random.pick(['25_to_34', '35_to_49', '50_to_64', 'not_known']),
  });
  return [...harmed, suspect];
}

function person(
  random: Random,
  { women, men, nationality, language }: Community,
  { part, woman, ageRange }: { part: string; woman: boolean; ageRange: string },
): Posted {
  const named = random.chance(0.7);
  const surname = named && random.chance(0.7);
  const spoken = random.chance(0.85);
  return {
    personPart: part,
    personForename: named ? random.pick(woman ? women : men) : '',
    personSurname: surname ? random.pick(people.inventedSurnames) : '',
    personAgeRange: ageRange,
    personSex: woman ? 'female' : 'male',
    personNationality: random.chance(0.88) ? nationality : 'not_known',
    personLanguage: spoken ? language : '',
    personInterpreter: spoken ? (language === 'en' ? 'no' : random.pick(['yes', 'not_known'])) : '',
    personPhone: random.chance(0.12) ? dramaPhone(random.between(0, 99)) : '',
    ...someAnswers(random, 'person'),
  };
}

function leaderOf({ leader, phone }: NonNullable<Situation['ring']>): Posted {
  const [day, month, year] = leader.birth;
  return {
    personPart: 'suspected_exploiter',
    personForename: leader.forename,
    personSurname: leader.surname,
    personAlias: leader.alias,
    'personBirthDate-day': String(day),
    'personBirthDate-month': String(month),
    'personBirthDate-year': String(year),
    personPhone: dramaPhone(phone),
  };
}
