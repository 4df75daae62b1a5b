import { link } from '#app/http/link.ts';
import { stepLink } from '#app/http/report-links.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { exitToBeExplained } from '#app/domain/people/accounts/first-hints.server.ts';
import { startDraft } from '#app/domain/intake/drafts/start-draft.server.ts';
import { startOf } from '#app/domain/form/journey.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/new.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

/** A report is started by a form, not by an address: looking at a page never makes one. */
export function loader() {
  throw redirect(link('reports/list'));
}

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const ctx = ctxOf(args);
  const { draftId, definition } = await startDraft(ctx);
  const to = stepLink(draftId, startOf(definition));
  return (await exitToBeExplained(ctx)) ? link('help/exit', {}, { next: to }) : to;
});

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function NewReport() {
  return null;
}
