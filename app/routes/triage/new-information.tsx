import { redirect } from 'react-router';
import { markInformationRead } from '#app/domain/triage/partner-messages/mark-information-read.server.ts';
import { openSubmission } from '#app/domain/desks/open-submission.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { readSeen } from '#app/http/forms/seen.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/new-information.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

/** What was added stands on the submission's own page. */
export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = args.params;
  await openSubmission(ctxOf(args), { submissionId });
  throw redirect(link('triage/submission', { submissionId }));
}

export async function action(args: Route.ActionArgs) {
  const { submissionId } = args.params;
  const form = await readForm(args.request, ['seen']);
  await markInformationRead(ctxOf(args), { submissionId, seen: readSeen(form) });
  throw redirect(`${link('triage/submission', { submissionId })}?done=information-read`);
}

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function NewInformation() {
  return null;
}
