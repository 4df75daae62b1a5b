import type { Tx } from '#app/platform/db/transaction.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { answersGiven, saidIn } from '../../submission/said-of.server.ts';
import { dayText } from '../tasks/task-input.ts';
import { givenRecords, type GivenRecord } from './given-records.ts';
import { isRecordKind, statusesOf, type RecordKind } from './record-kinds.ts';

/** One version of a link. `removed` is the reason; `datedOn` a day, "2016-01-18". */
export type RecordVersion = {
  number: number;
  reference: string | null;
  agency: string | null;
  datedOn: string | null;
  status: string | null;
  statusWords: string | null;
  note: string | null;
  givenByPartner: boolean;
  removed: string | null;
  by: string;
  at: Date;
};

/** A link to a record elsewhere: its newest version, and all of them, newest first. */
export type RecordLink = {
  linkId: string;
  kind: RecordKind;
  now: RecordVersion;
  versions: RecordVersion[];
};

export type Records = { standing: RecordLink[]; removed: RecordLink[]; given: GivenRecord[] };

const include = {
  writtenByAccount: { select: { displayName: true } },
} satisfies Prisma.RecordLinkInclude;

/** Every link of a submission, and what the partner gave that none of them answers. The caller has asked who looks. */
export async function recordsOf(tx: Tx, submissionId: Id<'Submission'>): Promise<Records> {
  const {
    recordLinks: rows,
    formVersion,
    ...given
  } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      formVersion: true,
      recordLinks: { orderBy: [{ linkId: 'asc' }, { number: 'desc' }], include },
      ...answersGiven,
    },
  });
  const form = await formOfVersion(tx, formVersion);
  const report = saidIn(form, given);
  const links = linksOf(rows);
  return {
    standing: links.filter(({ now }) => now.removed === null),
    removed: links.filter(({ now }) => now.removed !== null),
    given: givenRecords(report, rows),
  };
}

function linksOf(rows: Prisma.RecordLinkGetPayload<{ include: typeof include }>[]): RecordLink[] {
  const links = new Map<string, RecordLink>();
  for (const row of rows) {
    const { linkId, kind } = row;
    if (!isRecordKind(kind))
      throw new Error('The database holds a kind of record that the portal does not know');
    const version: RecordVersion = {
      number: row.number,
      reference: row.reference,
      agency: row.agency,
      datedOn: row.datedOn && dayText(row.datedOn),
      status: row.status,
      statusWords: row.status && (statusesOf(kind)[row.status] ?? row.status),
      note: row.note,
      givenByPartner: row.givenByPartner,
      removed: row.removedReason,
      by: row.writtenByAccount.displayName,
      at: row.writtenAt,
    };
    const known = links.get(linkId);
    if (known) known.versions.push(version);
    else links.set(linkId, { linkId, kind, now: version, versions: [version] });
  }
  const addedAt = ({ versions }: RecordLink) => versions.at(-1)?.at.getTime() ?? 0;
  return [...links.values()].sort((one, other) => addedAt(one) - addedAt(other));
}
