import type { Posted } from '#app/domain/form/read-posted.ts';
import type { Random } from './random.ts';
import type { Situation } from './situation.ts';
import { anyCommunity, dramaPhone, people, type Community } from './words.ts';

type Part = 'possible_victim' | 'suspected_exploiter' | 'both' | 'witness' | 'unclear';

/** The people of a report: one or more who may be victims, of one community, and whoever is suspected. */
export function peopleIn({ ring, scenario, child }: Situation, random: Random): Posted[] {
  const victims = anyCommunity(random);
  const young = child === 'yes' || child === 'in_danger';
  const woman = scenario.types.includes('sexual') || scenario.types.includes('domestic_servitude');
  const harmed = Array.from(
    {
      length: random.weighted([
        [1, 65],
        [2, 27],
        [3, 8],
      ]),
    },
    () =>
      person(random, random.chance(0.07) ? 'both' : 'possible_victim', victims, {
        woman: woman || random.chance(0.25),
        ageRange: young
          ? random.pick(['12_to_15', '16_to_17'])
          : random.pick(['18_to_24', '25_to_34', '35_to_49']),
      }),
  );
  if (ring !== null) return [...harmed, leaderOf(ring)];
  if (random.chance(0.45)) return harmed;
  const part = random.weighted<Part>([
    ['suspected_exploiter', 85],
    ['unclear', 10],
    ['witness', 5],
  ]);
  const suspect = random.chance(0.6) ? victims : anyCommunity(random);
  const ageRange = random.pick(['25_to_34', '35_to_49', '50_to_64', 'not_known']);
  return [...harmed, person(random, part, suspect, { woman: random.chance(0.25), ageRange })];
}

function person(
  random: Random,
  part: Part,
  { women, men, nationality, language }: Community,
  { woman, ageRange }: { woman: boolean; ageRange: string },
): Posted {
  const named = random.chance(0.7);
  const interpreter = language === 'en' ? 'no' : random.pick(['yes', 'not_known']);
  return {
    personPart: part,
    ...(named ? { personForename: random.pick(woman ? women : men) } : {}),
    ...(named && random.chance(0.7) ? { personSurname: random.pick(people.inventedSurnames) } : {}),
    ...(random.chance(0.15) ? { personAlias: random.pick(people.aliases) } : {}),
    personAgeRange: ageRange,
    personSex: woman ? 'female' : 'male',
    personNationality: random.chance(0.88) ? nationality : 'not_known',
    ...(random.chance(0.85) ? { personLanguage: language, personInterpreter: interpreter } : {}),
    personDescription: random.pick(people.looks),
    ...(random.chance(0.12) ? { personPhone: dramaPhone(random.between(0, 99)) } : {}),
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
