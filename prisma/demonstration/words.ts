import { z } from 'zod';
import { exploitationKeys } from '#app/domain/kernel/report-labels.ts';
import type { Random } from './random.ts';
import ringData from './data/rings.json' with { type: 'json' };
import scenarioData from './data/scenarios.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };

/** What partners and police write, and whom and what their reports tell of: all of it invented. */
export const { report, police, sharing, people, places, vehicles } = words;

/**
 * What a report of the demonstration may be about, in words that fit any place and partner. `account` is the partner's own
 * wording, `released` an officer's sanitised one of the same; both take the fillers in braces. `people`: how many may be
 * thought to be there.
 */
const scenarioSchema = z.strictObject({
  code: z.string(),
  types: z.array(z.enum(exploitationKeys)),
  title: z.string(),
  account: z.string(),
  released: z.string(),
  place: z.strictObject({
    kind: z.string(),
    sector: z.string().optional(),
    business: z.string().optional(),
    people: z.tuple([z.number(), z.number()]).optional(),
  }),
  vehicleUse: z.string(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
export const scenarios = z.array(scenarioSchema).parse(scenarioData);

/**
 * The same few people, vehicles, addresses and numbers met again in reports of different partners: what makes a pattern.
 * `postcode` is a sector of the area with an ending that belongs to no building, `phone` the end of a number of drama,
 * `met` the first and last day.
 */
const ringSchema = z.strictObject({
  area: z.string(),
  street: z.string(),
  postcode: z.string(),
  registration: z.string(),
  vehicle: z.strictObject({ make: z.string(), model: z.string(), colour: z.string(), said: z.string() }),
  leader: z.strictObject({
    forename: z.string(),
    surname: z.string(),
    alias: z.string(),
    birth: z.tuple([z.number(), z.number(), z.number()]),
  }),
  phone: z.number(),
  scenarios: z.array(z.string()),
  met: z.tuple([z.string(), z.string()]),
});
export type Ring = z.infer<typeof ringSchema>;
export const rings = z.array(ringSchema).parse(ringData);

export type Community = (typeof people.communities)[number];

/** A community that reports speak of, by the form's codes of nationality and language, as often as its weight says. */
export const anyCommunity = (random: Random): Community =>
  random.weighted(people.communities.map((each) => [each, each.weight] as const));

/** A phone number of the range that Ofcom keeps free for drama. `number` from 0 to 999. */
export const dramaPhone = (number: number): string => `07700 900${String(number).padStart(3, '0')}`;

const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const some = (random: Random, count: number): string =>
  Array.from({ length: count }, () => letters.charAt(random.between(0, letters.length - 1))).join('');

/** A registration in a pattern that was never issued to a car: letters "ZZ" with numbers of a later series. */
export const inventedRegistration = (random: Random): string =>
  `ZZ${random.between(80, 99)} ${some(random, 3)}`;

/** The same with two characters that nobody could read. */
export const partRegistration = (random: Random): string => `ZZ?? ${some(random, 3)}`;

/** Fills the places in braces. @throws Error for one that has no filler, which is a slip in the words */
export function filled(text: string, fillers: Readonly<Record<string, string>>): string {
  const written = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filler = fillers[name];
    if (filler === undefined) throw new Error(`There is no filler for {${name}}.`);
    return filler;
  });
  return written.charAt(0).toUpperCase() + written.slice(1);
}
