import { redirect } from 'react-router';
import { markAnswersRead } from '#app/domain/triage/dissemination/mark-answers-read.server.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { readSeen } from '#app/http/forms/seen.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/answers-read.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

/** What the recipients wrote stands on the page of the dissemination. */
export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = args.params;
  await openDissemination(ctxOf(args), { disseminationId });
  throw redirect(link('triage/dissemination', { disseminationId }));
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId } = args.params;
  const form = await readForm(args.request, ['seen']);
  await markAnswersRead(ctxOf(args), { disseminationId, seen: readSeen(form) });
  throw redirect(`${link('triage/dissemination', { disseminationId })}?done=answers-read#answers`);
}

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function AnswersRead() {
  return null;
}
