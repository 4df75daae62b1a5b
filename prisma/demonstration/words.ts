import { z } from 'zod';
import { exploitationKeys } from '#app/domain/kernel/report-labels.ts';
import type { Posted } from '#app/domain/form/read-posted.ts';
import answers from './data/answers.json' with { type: 'json' };
import ringData from './data/rings.json' with { type: 'json' };
import scenarioData from './data/scenarios.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import type { Random } from './random.ts';

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
  random.pick(people.communities, ({ weight }) => weight);

/** A phone number of the range that Ofcom keeps free for drama. `number` from 0 to 999. */
export const dramaPhone = (number: number): string => `07700 900${String(number).padStart(3, '0')}`;

type Choice = string | readonly string[] | Readonly<Record<string, number>>;

/**
 * One group of answers of data/answers.json, by the ids of the pack's form: fixed, one of a list, or one by weight. What
 * comes to no text is left out; {number} is any of four figures.
 */
export function someAnswers(random: Random, group: keyof typeof answers): Posted {
  const choices: Readonly<Record<string, Choice>> = answers[group];
  const textOf = (choice: Choice): string => {
    if (typeof choice === 'string') return choice;
    return choice instanceof Array ? random.pick(choice) : random.weighted(choice);
  };
  const chosen = Object.entries(choices).map(([id, choice]): [string, string] => [
    id,
    textOf(choice).replace('{number}', () => String(random.between(1000, 9999))),
  ]);
  return Object.fromEntries(chosen.filter(([, text]) => text !== ''));
}

/** Fills the places in braces. @throws Error for one that has no filler, which is a slip in the words */
export function filled(text: string, fillers: Readonly<Record<string, string>>): string {
  const written = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filler = fillers[name];
    if (filler === undefined) throw new Error(`There is no filler for {${name}}.`);
    return filler;
  });
  return written.charAt(0).toUpperCase() + written.slice(1);
}
