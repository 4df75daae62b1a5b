import type { ContactRecord, Prisma } from '#app/platform/db/generated/client.ts';
import type { Keyring } from '#app/platform/crypto/envelope.ts';
import { bytesAsText, type RowOf } from '#app/platform/db/row-of.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { partsOf, type ContactParts, type ContactWays } from '../people/contact/contact-ways.ts';
import { reportPlace, sealWays } from '../people/contact/sealed-ways.ts';

/** How whoever sends a report can be reached; `none`: they say that there is no safe way but to write to them in the portal. */
export type ReportContact = { ways: ContactWays; none: boolean };

/** What officers see of it before they open it; `null` where nothing was given. */
export type ContactGiven = (ContactParts & { none: boolean }) | null;

/** The contact record of a new submission: sealed beside its answers. Null where there is nothing to keep. */
export function contactRow(
  keyring: Keyring,
  submissionId: Id<'Submission'>,
  { ways, none }: ReportContact,
): RowOf<ContactRecord> | null {
  const parts = partsOf(ways);
  const { telephone, safeTimes: safe_times, anotherWay: another_way } = parts;
  const holds = Object.values(parts).some(Boolean);
  if (!holds && !none) return null;
  const sealed = holds ? bytesAsText(sealWays(keyring, ways, reportPlace(submissionId))) : null;
  return { submission_id: submissionId, sealed, telephone, safe_times, another_way };
}

/** What is read of a contact record without opening it. */
export const contactParts = {
  select: { telephone: true, safeTimes: true, anotherWay: true },
} satisfies Prisma.Submission$contactRecordArgs;

export const contactGiven = (row: ContactParts | null): ContactGiven =>
  row && { ...row, none: !Object.values(row).some(Boolean) };
