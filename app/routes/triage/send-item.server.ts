import { data, redirect } from 'react-router';
import type { Addressed } from '#app/domain/triage/dissemination/addressed-to.server.ts';
import { disseminateItem } from '#app/domain/triage/dissemination/disseminate-item.server.ts';
import { openItem } from '#app/domain/desks/open-item.server.ts';
import { link } from '#app/http/link.ts';
import { attemptOnVersion, seenVersion, versionField } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf, portalContext } from '#app/http/server/context.ts';
import { refusedForm } from '#app/http/forms/form-state.ts';
import { carry, listOf } from '#app/http/list-address.ts';
import type { PostedForm } from '#app/http/forms/posted-form.ts';
import { readForm } from '#app/http/forms/read-form.ts';

type Args = Parameters<typeof ctxOf>[0] & { request: Request; url: URL; params: { itemId: string } };

/** What every page shows that sends an item to somebody. */
export async function prepareSending(args: Args) {
  const opened = await openItem(ctxOf(args), { itemId: args.params.itemId });
  const { approvalAfterwards, recipients } = args.context.get(portalContext).force;
  return {
    opened,
    from: listOf(args),
    approveWithin: approvalAfterwards.minutes,
    named: recipients,
  };
}

/** Which fields a page has besides the conditions, what they say, and what is said once it is done. */
type Sending = {
  fields: string[];
  addressed: (form: PostedForm) => Addressed;
  done: string;
  doneUnapproved: string;
};

/** Sends the item as it was posted and says so, or gives the form back with its errors or with what the checks found. */
export async function sendItem(args: Args, { fields, addressed, done, doneUnapproved }: Sending) {
  const { itemId } = args.params;
  const form = await readForm(args.request, [
    ...fields,
    'limitReason',
    'conditions',
    'checked',
    versionField,
  ]);
  const to = addressed(form);
  const sent = await attemptOnVersion(form, () =>
    disseminateItem(ctxOf(args), {
      itemId,
      addressed: to,
      conditions: form.get('conditions'),
      limitReason: form.get('limitReason'),
      checked: form.get('checked') || null,
      seenVersion: seenVersion(form),
    }),
  );
  if (!sent.ok) return sent.refused;
  if (!sent.value.sent) {
    const { warnings, mark } = sent.value;
    const message = 'Nothing is sent yet. Look at each warning, then change what you wrote or confirm';
    const refused = refusedForm(form, [{ field: 'conditions', message }]);
    return data(
      { ...refused, collision: null, warned: { warnings, mark, text: form.get('conditions').trim() } },
      { status: 422 },
    );
  }
  const { submissionId, disseminationId, secondPerson } = sent.value;
  const said = secondPerson === 'afterwards' ? doneUnapproved : done;
  // What leaves the force has to be passed on now: its own page says how.
  throw redirect(
    to.to === 'outside'
      ? `${link('triage/dissemination', { disseminationId })}?done=${said}`
      : carry(`${link('triage/submission', { submissionId })}?done=${said}#items`, listOf(args)),
  );
}
