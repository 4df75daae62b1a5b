import type { Tx } from '#app/platform/db/transaction.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';
import { hasWay, partsOf } from '../../people/contact/contact-ways.ts';
import { reportPlace, sealWays } from '../../people/contact/sealed-ways.ts';
import type { ReportContact } from '../../submission/contact-record.ts';
import {
  contactTyped,
  type TypedContact,
  type WrittenContact,
} from '../submitting/contact-for-report.server.ts';
import { saysDanger } from './supplement.ts';

/**
 * How whoever adds to a report is reached about it; null where its contact record says so, or where nothing is to be kept.
 * Where they say that somebody is in danger a way is asked for, never waited for: `errors` name what is missing, and one
 * press says that there is none.
 */
export async function contactAdded(
  tx: Tx,
  submissionId: Id<'Submission'>,
  { contact, danger }: { contact?: WrittenContact | undefined; danger: string },
): Promise<TypedContact | null> {
  if (contact === undefined) return null;
  const typed = contactTyped(contact, { asks: saysDanger(danger), otherwise: null });
  const says = typed.none || hasWay(typed.ways) || Object.keys(typed.errors).length > 0;
  if (!says || (await tx.contactRecord.count({ where: { submissionId } })) > 0) return null;
  return typed;
}

/** Keeps it as if it had come with the report. The submission must be locked. */
export async function keepContactAdded(
  tx: Tx,
  ctx: Ctx,
  submissionId: Id<'Submission'>,
  { ways }: ReportContact,
): Promise<void> {
  const parts = partsOf(ways);
  const sealed = Object.values(parts).some(Boolean)
    ? sealWays(ctx.keyring, ways, reportPlace(submissionId))
    : null;
  await tx.contactRecord.create({ data: { submissionId, sealed, ...parts } });
  await record(tx, ctx, {
    type: 'contact_record.sealed',
    data: parts,
    subject: { type: 'submission', id: submissionId },
  });
}
