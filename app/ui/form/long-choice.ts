import type { Option } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import type { SelectGroup, SelectOption } from '#app/ui/govuk/Select.tsx';

/** From so many options on one is found sooner by typing. */
const long = 40;

/**
 * Other names and spellings under which people look for a language or nationality, by its code. Languages are of ISO 639-1, whose
 * Persian, Kurdish and Chinese are macrolanguages of ISO 639-3 and hold Dari (prs), Sorani (ckb), Kurmanji (kmr), Mandarin (cmn)
 * and Cantonese (yue); nationalities are of ISO 3166-1.
 */
const alsoCalled: Readonly<Record<string, string>> = {
  bn: 'Bangla,Bengoli',
  cy: 'Cymraeg',
  el: 'Hellenic',
  es: 'Castilian',
  fa: 'Persian,Parsi,Dari,Afghan Persian',
  gu: 'Gujrati',
  he: 'Ivrit',
  ku: 'Kurmanji,Sorani,Bahdini,Badini',
  my: 'Myanmar',
  pa: 'Panjabi',
  ps: 'Pashtu,Pushto,Pukhto',
  si: 'Sinhalese,Singhalese',
  so: 'Soomaali',
  sq: 'Shqip',
  sw: 'Kiswahili',
  ti: 'Tigrigna',
  tl: 'Filipino,Pilipino',
  zh: 'Mandarin,Cantonese,Putonghua,Hakka,Hokkien',
  AE: 'UAE',
  CD: 'DRC',
  CI: "Cote d'Ivoire,Ivory Coast",
  CZ: 'Czechia',
  GB: 'UK,English,Scottish,Welsh,Northern Irish',
  IR: 'Persian',
  MK: 'Macedonia',
  MM: 'Myanmar',
  NL: 'Holland',
  US: 'USA',
};

/** What a select of so many options carries, so that the portal's script lets it be found by typing. */
export const typedChoice = (options: readonly unknown[], t: FormWords): Record<string, string> =>
  options.length < long ? {} : { 'data-module': 'portal-choice', 'data-none': t.noChoice };

/** The options of a choice, those of `often` first and under a name of their own. */
export function choiceOptions(
  options: readonly Pick<Option, 'value' | 'label'>[],
  t: FormWords,
  often: readonly string[] = [],
): (SelectOption | SelectGroup)[] {
  const first = often.flatMap((code) => options.filter(({ value }) => value === code));
  if (first.length === 0) return options.map(asOption);
  const rest = options.filter(({ value }) => !often.includes(value));
  return [
    { group: t.often, options: first.map(asOption) },
    { group: t.others, options: rest.map(asOption) },
  ];
}

function asOption({ value, label }: Pick<Option, 'value' | 'label'>): SelectOption {
  const also = Object.hasOwn(alsoCalled, value) ? alsoCalled[value] : undefined;
  return {
    value,
    text: label,
    ...(also === undefined ? {} : { attributes: { 'data-also': also } }),
  };
}
