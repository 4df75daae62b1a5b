import type { Tx } from '#app/platform/db/transaction.ts';
import type { AuditEvent } from '../../audit/events.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';

export type ReadAs = 'page' | 'pdf';

/**
 * Who made a product: once for the whole, and once for each report of which it says something that stands in it, so that
 * whoever asks who has seen a report finds that. One statement, however many they are.
 */
export async function recordProduct(
  tx: Tx,
  ctx: Ctx,
  {
    product,
    as,
    of,
    shown,
  }: {
    product: string;
    as: ReadAs;
    of?: AuditEvent['subject'];
    shown: readonly Id<'Submission'>[];
  },
): Promise<void> {
  const read = { type: 'product.read', data: { product, as } } as const;
  await record(
    tx,
    ctx,
    { ...read, ...(of && { subject: of }) },
    ...[...new Set(shown)].map((id) => ({ ...read, subject: { type: 'submission' as const, id } })),
  );
}
