import type { RouterContextProvider } from 'react-router';
import { portalContext } from './context.ts';

/** What the pages about the portal say of the force and of this installation. */
export function publicFacts({ context }: { context: Readonly<RouterContextProvider> }) {
  const { config, force } = context.get(portalContext);
  return {
    force: force.force.name,
    https: config.https,
    sessions: force.sessions,
    draftDays: force.drafts.expireAfterDays,
    signposts: force.signposts,
    exitHost: new URL(force.exit.url).hostname.replace(/^www\./, ''),
  };
}
