import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { goOn } from '#app/http/forms/go-on.ts';
import { flash } from '#app/http/forms/flash.ts';
import { markInformationRead } from '#app/domain/triage/partner-messages/mark-information-read.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/new-information.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** What was added stands on the submission's own page. */
export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  await openSubmission(ctxOf(args), { submissionId });
  throw goOn(args, link('submissions/submission', { submissionId }));
}

/** `shownCount`: how much of what was added the page showed. */
const form = z.object({ shownCount: expectedVersion() });

export const action = formAction(form, async ({ shownCount }, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await markInformationRead(ctxOf(args), { submissionId, shownCount });
  return flash(link('submissions/submission', { submissionId }), 'information-read');
});

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function NewInformation() {
  return null;
}
