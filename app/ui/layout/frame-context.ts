import { createContext, useContext } from 'react';
import type { EmergencyWords } from '#app/domain/force/pack-settings.ts';

/** What the frame around a page knows and the page has to show inside its own column. */
export type FrameFacts = {
  exitHref: string | null;
  portalName: string | null;
  /** Whether whoever reads has switched on single keys. */
  keys: boolean;
  emergency: EmergencyWords | null;
  /** Whether numbers can be pressed to call them. */
  callable: boolean;
};

const FrameContext = createContext<FrameFacts>({
  exitHref: null,
  portalName: null,
  keys: false,
  emergency: null,
  callable: false,
});

export const FrameProvider = FrameContext.Provider;
export const useFrame = (): FrameFacts => useContext(FrameContext);
