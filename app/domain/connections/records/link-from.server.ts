import type { Tx } from '#app/platform/db/transaction.ts';
import type { Ctx } from '../../kernel/context.ts';
import { NotFound } from '../../kernel/failures.ts';
import type { Id } from '../../kernel/id.ts';
import { disseminationFor, refuseAnswer } from '../../submission/dissemination.server.ts';
import { originalFor } from '../../submission/load-submission.server.ts';
import type { ItemOf } from './record-input.ts';
import { linksOf, recordsOf, type RecordLink } from './records-of.server.ts';

/** How somebody comes to a link: by the submission that it belongs to, or by the dissemination whose recipients told it. */
export type LinkFrom = { submissionId: Id<'Submission'> } | { disseminationId: Id<'Dissemination'> };

export type FoundLink = {
  submissionId: Id<'Submission'>;
  reference: string;
  link: RecordLink;
  standing: RecordLink[];
  /** The items that it may be of, as far as whoever comes to it knows of them. */
  items: readonly ItemOf[];
  /** By its recipients, who see of a submission only what they told themselves. */
  told: boolean;
};

/**
 * A link with the others that stand, if the actor may read or change it that way; recipients while they may answer, and not
 * once it was removed. @throws NotFound, Forbidden, Conflict
 */
export async function recordLinkFrom(
  tx: Tx,
  ctx: Ctx,
  from: LinkFrom & { linkId: string },
  purpose: 'read' | 'change',
): Promise<FoundLink> {
  const found =
    'submissionId' in from ? await ofOriginal(tx, ctx, from, purpose) : await ofTold(tx, ctx, from);
  const { links, ...rest } = found;
  const link = links.find(({ linkId }) => linkId === from.linkId);
  if (!link) throw new NotFound();
  return { ...rest, link };
}

type Of = Omit<FoundLink, 'link'> & { links: readonly RecordLink[] };

async function ofOriginal(
  tx: Tx,
  ctx: Ctx,
  { submissionId }: { submissionId: Id<'Submission'> },
  purpose: 'read' | 'change',
): Promise<Of> {
  const { id, reference } = await originalFor(tx, ctx, submissionId, purpose);
  const { standing, removed, items } = await recordsOf(tx, id);
  return { submissionId: id, reference, standing, links: [...standing, ...removed], items, told: false };
}

async function ofTold(
  tx: Tx,
  ctx: Ctx,
  { disseminationId }: { disseminationId: Id<'Dissemination'> },
): Promise<Of> {
  await tx.$queryRaw`SELECT 1 FROM dissemination WHERE id = ${disseminationId}::uuid FOR NO KEY UPDATE`;
  const { row, submission, recipient } = await disseminationFor(tx, ctx, disseminationId);
  refuseAnswer(row, recipient);
  const { standing } = await linksOf(tx, submission.id);
  return {
    submissionId: submission.id,
    reference: submission.reference,
    standing,
    links: standing.filter((each) => each.disseminationId === row.id),
    items: [{ id: row.itemId, number: row.item.number }],
    told: true,
  };
}
