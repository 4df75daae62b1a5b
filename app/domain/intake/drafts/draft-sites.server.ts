import type { Tx } from '#app/platform/db/transaction.ts';
import { accreditationOf, accreditationParts } from '../../people/organisations/accreditation.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Checking, Site } from '../../form/answer-schema.ts';
import type { Question } from '../../form/question.ts';
import { todayOf, type Draft } from './drafts.server.ts';

/**
 * Sites of the organisation that writes a draft, by name: looked up only where one of these questions asks for one. Where
 * one of them is or was accredited, the others are said not to be.
 */
export async function draftSites(
  db: Ctx['db'] | Tx,
  { clock }: Pick<Ctx, 'clock'>,
  draft: Pick<Draft, 'organisationId'>,
  questions: readonly Question[],
): Promise<Site[]> {
  if (!questions.some((question) => question.kind === 'site')) return [];
  const sites = await db.organisationSite.findMany({
    where: { organisationId: draft.organisationId },
    select: { id: true, name: true, ...accreditationParts },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const states = new Map(sites.map((site) => [site.id, accreditationOf(site, clock.now())]));
  const centre = [...states.values()].some((state) => state !== 'never');
  return sites.map(({ id, name }) => ({
    id,
    name,
    notAccredited: centre && states.get(id) !== 'accredited',
  }));
}

/** What checking an answer to these questions of a draft needs besides the form. */
export async function draftChecking(
  tx: Ctx['db'] | Tx,
  ctx: Ctx,
  draft: Draft,
  questions: readonly Question[],
): Promise<Checking> {
  const asksForSite = questions.some((question) => question.kind === 'site');
  return {
    today: todayOf(ctx),
    answers: draft.answers,
    sites: asksForSite ? await draftSites(tx, ctx, draft, questions) : undefined,
  };
}
