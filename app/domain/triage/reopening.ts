import { plain } from '#app/domain/triage/transition-parts.ts';
import type { Move } from '#app/domain/triage/transition-row.ts';

/**
 * The one way out of an end: a partner adds to a closed or rejected report that somebody is in danger. The portal opens it
 * again in the queue that had it, unclaimed, so that it waits there as any High one does. Never after a withdrawal: then
 * police keep no text, and nothing can be added.
 */
export const reopening: Move = {
  ...plain,
  action: 'reopen',
  from: ['closed', 'rejected'],
  to: 'submitted',
  who: [{ holder: 'system', claim: 'any' }],
  claimAfter: 'nobody',
};
