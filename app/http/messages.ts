import type { RouterContextProvider } from 'react-router';
import { languages, type Words } from '#app/messages/words.ts';
import { portalContext } from './server/context.ts';

/** Words in the portal's language, for what a loader or an action puts into words. */
export const messagesOf = ({ context }: { context: Readonly<RouterContextProvider> }): Words =>
  languages[context.get(portalContext).locale];
