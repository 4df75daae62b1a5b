import { useTranslation } from 'react-i18next';

/** `t('identity.signIn.title')`: words from the message catalogue, in the page's locale. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export function useMessages(): Translate {
  const { t } = useTranslation();
  return (key, values) => t(key, values ?? {});
}

/** An error is a key of the catalogue or a sentence of a use case: both go through the catalogue. */
export function translated(t: Translate, message: string | undefined): string | undefined {
  return message === undefined ? undefined : t(message);
}

/** Words of the form definition: the catalogue's where it has them, else the text as agreed. */
export function useFormWords(): (
  key: string,
  text: string,
  values?: Record<string, string | number>,
) => string {
  const { t } = useTranslation();
  return (key, text, values) => t(key, { defaultValue: text, ...values });
}
