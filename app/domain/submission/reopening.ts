import { plain } from './transition-parts.ts';
import type { Move } from './transition-row.ts';

/**
 * The way out of an end: a partner adds to a closed or rejected report that somebody is in danger, and the portal opens it
 * again; or an FIB supervisor does, with a reason. It waits in the queue that had it, unclaimed, as if it had just come.
 * Never after a withdrawal: then police keep no text, and nothing can be added.
 */
export const reopening: Move = {
  ...plain,
  action: 'reopen',
  from: ['closed', 'rejected'],
  to: 'submitted',
  who: [
    { holder: 'system', claim: 'any' },
    { holder: 'fib_supervisor', claim: 'any' },
  ],
  claimAfter: 'nobody',
};
