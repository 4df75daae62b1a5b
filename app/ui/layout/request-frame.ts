import { createContext, useContext } from 'react';
import type { Locale } from '#app/messages/words.ts';
import type { Marking } from './frame-context.ts';
import type { FrameForce, FrameLink } from './PortalFrame.tsx';
import type { SessionEndProps } from './SessionEnd.tsx';

/** What the house around a page needs of the request. It is there for error pages too, whatever failed. */
export type RequestFrame = {
  nonce: string;
  locale: Locale;
  force: FrameForce;
  /** Whether police sign in with the directory of the force. */
  singleSignOn: boolean;
  /** The demonstration's own time, an ISO instant; null in real use. */
  demonstrationTime: string | null;
  account: { name: string; side: 'partner' | 'police' } | null;
  /** How the session ends; null for nobody. */
  sessionEnd: SessionEndProps | null;
  /** The way out at once, for partners and for whoever is not signed in; null for police. */
  exitHref: string | null;
  navigation: FrameLink[];
  /** The protective marking of the page; null for none. */
  marking: Marking | null;
  /** Whether whoever is signed in has switched on single keys for triage. */
  keys: boolean;
  /** The list from which the submission that the page is about was opened: `from` is how a link carries it on. */
  list: { from: string; href: string } | null;
  /** Where police search from any page; null on the pages of the search, and for whoever has none. */
  searchHref: string | null;
  /** What was just done, in words; null where nothing was. */
  done: string | null;
  /** What failed, where the page tells of it. */
  failure: FailurePage | null;
};

/** `typed`: the texts that somebody wrote. `again`: the form as it may be sent once more, where that can help. */
export type FailurePage = {
  status: number;
  message: string;
  typed: string[];
  again: { action: string; fields: (readonly [string, string])[] } | null;
};

const RequestFrameContext = createContext<RequestFrame | null>(null);

export const RequestFrameProvider = RequestFrameContext.Provider;

export function useRequestFrame(): RequestFrame {
  const frame = useContext(RequestFrameContext);
  if (!frame) throw new Error('A page is rendered outside its request.');
  return frame;
}
