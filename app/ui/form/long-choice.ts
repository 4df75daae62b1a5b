import type { Option } from '#app/domain/form/question.ts';
import type { FormWords } from '#app/domain/form/words.ts';
import type { SelectOption } from '#app/ui/govuk/Select.tsx';

/** From so many options on one is found sooner by typing. */
const long = 40;

/** Other names and spellings under which people look for a language (ISO 639) or nationality (ISO 3166), by its code. */
const alsoCalled: Readonly<Record<string, string>> = {
  bn: 'Bangla,Bengoli',
  cy: 'Cymraeg',
  el: 'Hellenic',
  es: 'Castilian',
  fa: 'Persian,Parsi',
  gu: 'Gujrati',
  he: 'Ivrit',
  ku: 'Kurmanji,Sorani',
  my: 'Myanmar',
  pa: 'Panjabi',
  ps: 'Pashtu,Pushto,Pukhto',
  si: 'Sinhalese,Singhalese',
  so: 'Soomaali',
  sq: 'Shqip',
  sw: 'Kiswahili',
  ti: 'Tigrigna',
  tl: 'Filipino,Pilipino',
  zh: 'Mandarin,Cantonese',
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

export function choiceOptions(options: readonly Pick<Option, 'value' | 'label'>[]): SelectOption[] {
  return options.map(({ value, label }) => {
    const also = Object.hasOwn(alsoCalled, value) ? alsoCalled[value] : undefined;
    return {
      value,
      text: label,
      ...(also === undefined ? {} : { attributes: { 'data-also': also } }),
    };
  });
}
