import { forceDay } from '../kernel/postcode-rules.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Db } from '#app/platform/db/client.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Answers } from '../form/answers.ts';
import { formOfVersion } from '../form/forms.server.ts';
import { said, type Said } from '../form/said.ts';
import { deriveFacts, placePostcodes } from './derive-facts.ts';
import type { Facts } from './facts.ts';
import { resolvePostcode } from './postcode.ts';
import { readPostcodeRules } from './resolve-places.server.ts';

export type PastSubmission = {
  id: Id<'Submission'>;
  submittedAt: Date;
  /** The version of the rules that it was routed by. */
  routingVersion: number;
  facts: Facts;
};

/** The newest submission that has been read; null before the first. */
type After = { submittedAt: Date; id: string } | null;

/**
 * The next submissions, newest first, with their facts derived again from what was submitted: the answers (which hold
 * nothing of the source's identity), the channel, the kind of organisation, the areas of the day on which it was
 * submitted, and the vehicles reported before it. `among` narrows them. Only whether the organisation belongs to the network is as it is now.
 */
export async function pastFacts(
  db: Db | Tx,
  after: After,
  most: number,
  among: Prisma.SubmissionWhereInput = {},
): Promise<PastSubmission[]> {
  const rows = await db.submission.findMany({
    where: {
      AND: [
        among,
        after
          ? {
              submittedAt: { lte: after.submittedAt },
              OR: [{ submittedAt: { lt: after.submittedAt } }, { id: { lt: after.id } }],
            }
          : {},
      ],
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: {
      id: true,
      submittedAt: true,
      formVersion: true,
      routingVersion: true,
      channel: true,
      organisationKind: true,
      organisation: { select: { networkMember: true } },
      submissionContent: { select: { answers: true } },
    },
  });
  const read: (Omit<(typeof rows)[number], 'submissionContent'> & { report: Said })[] = [];
  for (const { submissionContent, ...row } of rows)
    if (submissionContent) {
      const form = await formOfVersion(db, row.formVersion);
      read.push({ ...row, report: said(form, submissionContent.answers as Answers) });
    }
  const postcodes = await readPostcodeRules(
    db,
    read.flatMap(({ report }) => placePostcodes(report)),
  );
  const repeats = await withRepeatVehicle(
    db,
    read.map(({ id }) => id),
  );
  return read.map((row) => ({
    id: row.id,
    submittedAt: row.submittedAt,
    routingVersion: row.routingVersion,
    facts: deriveFacts(row.report, {
      organisation: {
        kind: row.organisationKind,
        networkMember: row.organisation.networkMember,
      },
      channel: row.channel,
      places: placePostcodes(row.report).map((written) =>
        resolvePostcode(written, postcodes, row.submittedAt),
      ),
      repeatVehicle: repeats.has(row.id),
      today: forceDay(row.submittedAt),
    }),
  }));
}

/** Those of these submissions that were sent with a vehicle that was known already, by its whole mark. */
async function withRepeatVehicle(db: Db | Tx, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.$queryRaw<{ submission_id: string }[]>`
    SELECT DISTINCT own.submission_id FROM submission_vehicle own
    JOIN submission ON submission.id = own.submission_id
    WHERE own.submission_id = ANY(${ids}::uuid[]) AND own.added_at IS NULL AND own.registration_normalised NOT LIKE '%?%'
      AND EXISTS (SELECT FROM submission_vehicle other JOIN submission earlier ON earlier.id = other.submission_id
        WHERE other.registration_normalised = own.registration_normalised
          AND (coalesce(other.added_at, earlier.submitted_at), earlier.id) < (submission.submitted_at, submission.id))`;
  return new Set(rows.map((row) => row.submission_id));
}
