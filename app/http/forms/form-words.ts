import type { RouterContextProvider } from 'react-router';
import type { Translate } from '#app/domain/form/words.ts';
import { translator } from '#app/messages/translator.ts';
import { portalContext } from '../server/context.ts';

/** Words of the form in the portal's language, for what a loader or an action puts into words. */
export function formWordsOf({ context }: { context: Readonly<RouterContextProvider> }): Translate {
  const { t } = translator(context.get(portalContext).locale);
  return (key, text, values) => t(key, { defaultValue: text, ...values });
}
