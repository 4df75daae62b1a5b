import { createContext, useContext } from 'react';
import type { Signpost } from './PortalFooter.tsx';
import type { EmergencyWords } from '#app/domain/force/pack-settings.ts';

/** What a page shows: what partners sent, or no more than numbers, references and times. */
export type Marking = 'submission' | 'aggregate';

/** What the frame around a page knows and the page has to show inside its own column. */
export type FrameFacts = {
  exitHref: string | null;
  portalName: string | null;
  /** Whether whoever reads has switched on single keys. */
  keys: boolean;
  emergency: EmergencyWords | null;
  /** Who can help where the portal cannot. */
  signposts: readonly Signpost[];
  /** Whether numbers can be pressed to call them. */
  callable: boolean;
  /** The protective marking of the page that stands in the frame; null for none. */
  marking: Marking | null;
  /** What was just done, in words; null where nothing was. */
  done: string | null;
  /** The markings in the force's words, such as OFFICIAL-SENSITIVE. */
  markings: Readonly<Record<Marking, string>>;
};

const FrameContext = createContext<FrameFacts>({
  exitHref: null,
  portalName: null,
  keys: false,
  emergency: null,
  signposts: [],
  callable: false,
  marking: null,
  done: null,
  markings: { submission: '', aggregate: '' },
});

export const FrameProvider = FrameContext.Provider;
export const useFrame = (): FrameFacts => useContext(FrameContext);
