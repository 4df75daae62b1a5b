import { randomUUID } from 'node:crypto';
import { redirect } from 'react-router';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { findListSection } from '#app/domain/form/definition.ts';
import { link } from '#app/http/link.ts';
import { openedDraft } from '#app/http/forms/not-saved.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import type { Route } from './+types/item-new.ts';

export const handle = { access: 'drafts.write' } satisfies RouteHandle;

/** Gives a new entry its id before it is typed, so that saving it twice is one entry. */
export async function loader(args: Route.LoaderArgs) {
  const { draftId, sectionId } = args.params;
  const draft = await openedDraft(args);
  if (!findListSection(draft.definition, sectionId)) throw new NotFound();
  throw redirect(`${link('reports/item', { draftId, sectionId, itemId: randomUUID() })}${args.url.search}`);
}

/** Never shown. A route without a page would answer a refusal without the frame, and so tell it from an unknown address. */
export default function NewItem() {
  return null;
}
