import * as held from '#tests/factories/held-out-texts.ts';
import * as aged from '#tests/factories/aged-texts.ts';
import * as told from '#tests/factories/told-texts.ts';
import { agesInText } from '#app/domain/kernel/ages-in-text.ts';
import { mentionsIn } from '#app/domain/intake/submitting/mentions.ts';
import { daysInText } from '#app/domain/intake/submitting/dates-in-text.ts';
import { notTheirs, toldOn } from '#tests/factories/told-texts.ts';
import * as later from '#tests/factories/later-texts.ts';
function read(text: string): string[] {
  const { vehicles, phones, postcodes, emails, websites } = mentionsIn(text, notTheirs);
  const of = (kind: string, some: { normalised: string }[]) => some.map(({ normalised }) => `${kind} ${normalised}`);
  return [...of('mark', vehicles), ...of('phone', phones), ...of('postcode', postcodes), ...of('email', emails), ...of('website', websites),
    ...agesInText(text).map(({ from, to }) => `age ${from === to ? from : `${from}-${to}`}`),
    ...daysInText(text, toldOn).map(({ day }) => `day ${day}`)];
}
const sets: Record<string, { text: string; told: string[] }[]> = { ...held, ...aged, clipped: told.clippedTexts, toldTexts: told.toldTexts.map(({text, told}) => ({text, told: told.map(({kind, normalised}) => `${kind} ${normalised}`)})), ...later };
delete (sets as Record<string, unknown>).textsOf;
const only = process.argv[2];
for (const [name, texts] of Object.entries(sets)) {
  let pl: Record<string, number> = {}, ms: Record<string, number> = {}, fo: Record<string, number> = {}, wr: Record<string, number> = {};
  const inc = (o: Record<string, number>, k: string) => { const kind = k.split(' ')[0]!; o[kind] = (o[kind] ?? 0) + 1; };
  console.log('==', name, texts.length);
  for (const { text, told } of texts) {
    const found = read(text);
    const missed = told.filter((e) => !found.includes(e)), wrong = found.filter((e) => !told.includes(e));
    told.forEach((e) => inc(pl, e)); missed.forEach((e) => inc(ms, e)); found.forEach((e) => inc(fo, e)); wrong.forEach((e) => inc(wr, e));
    if (missed.length || wrong.length) console.log('-', text, '\n    missed', missed.join(', '), '| wrong', wrong.join(', '));
  }
  console.log({ pl, ms, fo, wr });
}
