import { stopLookingText } from '../../submission/actions/protection.ts';
import type { ActionEffect } from '../../submission/actions/effect.ts';
import { sendToPartner } from './write-to-partner.server.ts';

/**
 * Asks a partner who keeps seeing something to stop looking, in fixed words: thanks, and no reason that would tell of police
 * work. From then on their page offers only to tell of danger.
 */
export const askToStopLooking: ActionEffect = (tx, ctx, submission) => ({
  change: { stopLookingAskedAt: ctx.clock.now() },
  after: () =>
    sendToPartner(tx, ctx, submission, {
      kind: 'stop_looking',
      outcome: null,
      text: stopLookingText,
      authorId: ctx.actor.accountId,
    }),
});
