import { foldedName } from '../../kernel/normalise.ts';
import { wordsOf, type Word } from '../../kernel/words-of-text.ts';
import { mentionsIn, type NotTheirs } from '../../intake/submitting/mentions.ts';

type Kind = 'vehicle' | 'contact' | 'person' | 'place' | 'organisation';

/** Something that a sanitised text names: as it is written there, and as it is compared. */
export type SanitisedMention = {
  kind: Kind;
  kindOfContact: 'phone' | 'email' | 'website' | null;
  written: string;
  value: string;
};

/** The names that a report gives to people and businesses. */
export type Named = {
  people: readonly { forename: string | null; surname: string | null; aliases: readonly string[] }[];
  businesses: readonly string[];
};

/** As many names as one text may give. */
const mostNames = 20;

/**
 * What a sanitised text gives to be found by: marks, numbers, postcodes and addresses as their form shows them, as in what
 * the partner wrote, and the names of the report's people and businesses as far as they stand in it. A name that the text
 * gives in part is known in that part only, so nobody finds by it what stands in the report alone.
 */
export function mentionsInSanitised(text: string, named: Named, notTheirs: NotTheirs): SanitisedMention[] {
  const { vehicles, phones, postcodes, emails, websites } = mentionsIn(text, notTheirs);
  const of = (kind: Kind, kindOfContact: SanitisedMention['kindOfContact'], some: typeof vehicles) =>
    some.map(({ written, normalised }) => ({ kind, kindOfContact, written, value: normalised }));
  return [
    ...of('vehicle', null, vehicles),
    ...of('contact', 'phone', phones),
    ...of('place', null, postcodes),
    ...of('contact', 'email', emails),
    ...of('contact', 'website', websites),
    ...namesIn(text, named),
  ];
}

function namesIn(text: string, { people, businesses }: Named): SanitisedMention[] {
  const words = wordsOf(text);
  const found = new Map<string, SanitisedMention>();
  const keep = (kind: Kind, stretches: readonly Word[][]) => {
    for (const stretch of stretches) {
      const [first] = stretch;
      const last = stretch.at(-1);
      if (!first || !last || found.size >= mostNames) continue;
      const value = stretch.map(({ folded }) => folded).join(' ');
      const written = text.slice(first.start, last.end);
      found.set(`${kind} ${value}`, { kind, kindOfContact: null, written, value });
    }
  };
  for (const { forename, surname, aliases } of people) {
    const [first, last] = [foldedName(forename), foldedName(surname)];
    const whole = first && last ? [...standing(words, [first, last]), ...standing(words, [last, first])] : [];
    keep('person', whole);
    // Of what is not written whole, each part on its own.
    if (whole.length === 0) for (const part of [last, first]) keep('person', standing(words, [part]));
    for (const alias of aliases) keep('person', standing(words, [foldedName(alias)]));
  }
  for (const business of businesses) keep('organisation', standing(words, [foldedName(business)]));
  return [...found.values()];
}

/** Where these names, folded, stand one after the other in the text, written as names are: with a capital or a figure. */
function standing(words: readonly Word[], names: readonly string[]): Word[][] {
  const wanted = names.flatMap((name) => name.split(' ')).filter((word) => word !== '');
  if (wanted.join('').length < 3) return [];
  return words.flatMap((_, at) => {
    const stretch = words.slice(at, at + wanted.length);
    const there =
      stretch.length === wanted.length && stretch.every(({ folded }, index) => folded === wanted[index]);
    return there && /^[\p{Lu}\p{N}]/u.test(stretch[0]?.written ?? '') ? [stretch] : [];
  });
}
