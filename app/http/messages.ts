import type { RouterContextProvider } from 'react-router';
import { translator } from '#app/messages/translator.ts';
import type { Translate } from '#app/ui/messages.ts';
import { portalContext } from './server/context.ts';

/** Words of the catalogue in the portal's language, for documents that a loader makes. */
export function messagesOf({ context }: { context: Readonly<RouterContextProvider> }): Translate {
  const { t } = translator(context.get(portalContext).locale);
  return (key, values) => t(key, values ?? {});
}
