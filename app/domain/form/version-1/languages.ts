import type { Option } from '#app/domain/form/definition.ts';

/** ISO 639-1 codes with the English name of the language, and two answers that are not a language. */
const byCode = `sq Albanian|am Amharic|ar Arabic|bn Bengali|bg Bulgarian|my Burmese|zh Chinese|hr Croatian|cs Czech|
fa Farsi|nl Dutch|en English|et Estonian|fr French|de German|el Greek|gu Gujarati|ha Hausa|he Hebrew|hi Hindi|
hu Hungarian|ig Igbo|id Indonesian|it Italian|ku Kurdish|lv Latvian|ln Lingala|lt Lithuanian|mk Macedonian|mn Mongolian|
ne Nepali|ps Pashto|pl Polish|pt Portuguese|pa Punjabi|ro Romanian|ru Russian|sr Serbian|sn Shona|si Sinhala|
sk Slovak|sl Slovenian|so Somali|es Spanish|sw Swahili|tl Tagalog|ta Tamil|te Telugu|th Thai|ti Tigrinya|
tr Turkish|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|cy Welsh|yo Yoruba`;

export const languages: Option[] = [
  ...byCode.split('|').map((entry) => {
    const [value = '', ...label] = entry.trim().split(' ');
    return { value, label: label.join(' ') };
  }),
  { value: 'romani', label: 'Romani' },
  { value: 'sign_language', label: 'A sign language' },
  { value: 'other', label: 'Another language' },
  { value: 'not_known', label: 'Not known' },
];
