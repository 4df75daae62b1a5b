import type { Option } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import type { SelectGroup, SelectOption } from '#app/ui/govuk/Select.tsx';

/** From so many options on one is found sooner by typing. */
const long = 40;

/**
 * Other names and spellings under which people look for a language or nationality, by its code. A language has its code of
 * ISO 639-1, or where that has none of ISO 639-3, such as Dari (prs) and Sylheti (syl); a nationality that of ISO 3166-1.
 */
const alsoCalled: Readonly<Record<string, string>> = {
  ak: 'Twi,Fante',
  bin: 'Bini',
  bn: 'Bangla,Bengoli',
  ckb: 'Kurdish',
  cmn: 'Chinese,Putonghua',
  cy: 'Cymraeg',
  el: 'Hellenic',
  es: 'Castilian',
  fa: 'Persian,Parsi',
  gu: 'Gujrati',
  he: 'Ivrit',
  kmr: 'Kurdish,Badini,Bahdini',
  kri: 'Sierra Leone Creole',
  ku: 'Kurmanji,Sorani',
  my: 'Myanmar',
  om: 'Afaan Oromo,Oromiffa',
  pa: 'Panjabi',
  pcm: 'Naija,Pidgin English',
  phr: 'Mirpuri,Pothwari,Potwari',
  prs: 'Afghan Persian,Farsi',
  ps: 'Pashtu,Pushto,Pukhto',
  si: 'Sinhalese,Singhalese',
  so: 'Soomaali',
  sq: 'Shqip',
  sw: 'Kiswahili',
  syl: 'Siloti,Sylheti Bangla',
  ti: 'Tigrigna',
  tl: 'Filipino,Pilipino',
  yue: 'Chinese',
  zh: 'Mandarin,Cantonese,Hakka,Hokkien',
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
