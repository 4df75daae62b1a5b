import { createInstance, type i18n } from 'i18next';
import { en } from './catalogue.ts';

/** `pseudo` marks every word that comes from the catalogue, so that a test finds words that do not. */
export type Locale = 'en' | 'pseudo';

const instances = new Map<Locale, i18n>();

/** The translator of a locale. Pages render on the server only, so one instance per locale serves all requests. */
export function translator(locale: Locale): i18n {
  const existing = instances.get(locale);
  if (existing) return existing;
  const made = createInstance();
  made.use({ type: 'postProcessor', name: 'pseudo', process: (value: string) => pseudo(value) });
  void made.init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
    nsSeparator: false,
    ...(locale === 'pseudo' ? { postProcess: ['pseudo'], parseMissingKeyHandler: unmarked } : {}),
  });
  instances.set(locale, made);
  return made;
}

/** What the catalogue lacks stays as it is; words of the form come with their text, which the form's version holds. */
function unmarked(key: string, given?: string): string {
  return given ?? key;
}

/** Brackets each run of text: `⟦Continue⟧`. Values that were put in stand inside and are marked with it. */
export function pseudo(text: string): string {
  return text.trim() === '' ? text : `⟦${text}⟧`;
}
