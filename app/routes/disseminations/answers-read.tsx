import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { redirect } from 'react-router';
import { markAnswersRead } from '#app/domain/triage/dissemination/mark-answers-read.server.ts';
import { openDissemination } from '#app/domain/triage/dissemination/open-dissemination.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/answers-read.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

/** What the recipients wrote stands on the page of the dissemination. */
export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  await openDissemination(ctxOf(args), { disseminationId });
  throw redirect(link('disseminations/dissemination', { disseminationId }));
}

/** `shownCount`: how many messages the page showed. */
const form = z.object({ shownCount: expectedVersion() });

export const action = formAction(form, async ({ shownCount }, args: Route.ActionArgs) => {
  const { disseminationId } = idsOf(args);
  await markAnswersRead(ctxOf(args), { disseminationId, shownCount });
  return flash(`${link('disseminations/dissemination', { disseminationId })}#answers`, 'answers-read');
});

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function AnswersRead() {
  return null;
}
