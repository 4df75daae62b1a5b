import { link } from '#app/http/link.ts';
import { z } from 'zod';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import { disseminateItem } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import type { Done } from '#app/http/forms/done.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { Again, FormArgs } from '#app/http/forms/form-action.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';

type Args = FormArgs & { params: { itemId: string } };

/** What every page shows that sends an item to somebody. */
export async function prepareSending(args: Args) {
  const opened = await openItem(ctxOf(args), { itemId: idsOf(args).itemId });
  const { approvalAfterwards, recipients } = args.context.get(portalContext).force;
  return {
    opened,
    approveWithin: approvalAfterwards.minutes,
    named: recipients,
  };
}

/** The fields that each of those pages has. */
export const sendingForm = z.object({
  limitReason: shownAtTimes(),
  conditions: z.string(),
  checked: shownAtTimes(),
  expectedVersion: expectedVersion(),
});

/** To whom it goes, and what is said once it has gone, with or without the second person's approval. */
type Sending = { addressed: Addressed; done: Done; doneUnapproved: Done };

/** Sends the item and gives the address to go on to, or the form with what the checks found. */
export async function sendItem(
  args: Args,
  { conditions, limitReason, checked, expectedVersion }: z.output<typeof sendingForm>,
  again: Again,
  { addressed, done, doneUnapproved }: Sending,
) {
  const sent = await disseminateItem(ctxOf(args), {
    itemId: idsOf(args).itemId,
    addressed,
    conditions,
    limitReason,
    checked: checked || null,
    expectedVersion,
  });
  if (!sent.sent) {
    const { warnings, mark } = sent;
    const message = 'Nothing is sent yet. Look at each warning, then change what you wrote or confirm';
    return again([{ field: 'conditions', message }], {
      warned: { warnings, mark, text: conditions.trim() },
    });
  }
  const items = `${link('submissions/submission', { submissionId: sent.submissionId })}#items`;
  if (sent.sent === 'asked') return flash(items, 'disclosure-asked');
  const { disseminationId, secondPerson } = sent;
  const said = secondPerson === 'afterwards' ? doneUnapproved : done;
  // What leaves the force has to be passed on now: its own page says how.
  return addressed.to === 'outside'
    ? flash(link('disseminations/dissemination', { disseminationId }), said)
    : flash(items, said);
}
