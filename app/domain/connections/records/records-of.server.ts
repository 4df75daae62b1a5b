import type { Tx } from '#app/platform/db/transaction.ts';
import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import type { Said } from '../../form/said.ts';
import { answersGiven, saidIn } from '../../submission/said-of.server.ts';
import { dayText } from '../tasks/task-input.ts';
import { givenRecords, type GivenRecord } from './given-records.ts';
import type { ItemOf } from './record-input.ts';
import { isRecordKind, statusesOf, type RecordKind } from './record-kinds.ts';

/** One version of a link. `removed` is the reason; `datedOn` a day, "2016-01-18". */
export type RecordVersion = {
  number: number;
  reference: string | null;
  agency: string | null;
  datedOn: string | null;
  people: number | null;
  item: ItemOf | null;
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
  /** Whose recipients told it. */
  disseminationId: Id<'Dissemination'> | null;
  now: RecordVersion;
  versions: RecordVersion[];
};

type Links = { standing: RecordLink[]; removed: RecordLink[] };
export type Records = Links & { given: GivenRecord[]; items: ItemOf[] };

const include = {
  writtenByAccount: { select: { displayName: true } },
  item: { select: { id: true, number: true } },
} satisfies Prisma.RecordLinkInclude;

const orderBy = [{ linkId: 'asc' }, { number: 'desc' }] satisfies Prisma.RecordLinkOrderByWithRelationInput[];

/** What of a submission's row its records are made of. */
export const recordParts = {
  recordLinks: { orderBy, include },
  intelligenceItems: { orderBy: { number: 'asc' }, select: { id: true, number: true } },
} satisfies Prisma.SubmissionSelect;

type Row = Prisma.SubmissionGetPayload<{ select: typeof recordParts }>;

/** Every link of a submission, and what the partner gave that none of them answers. The caller has asked who looks. */
export async function recordsOf(tx: Tx, submissionId: Id<'Submission'>): Promise<Records> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { formVersion: true, ...recordParts, ...answersGiven },
  });
  return recordsFrom(row, saidIn(await formOfVersion(tx, row.formVersion), row));
}

/** The same, of what was read with the submission. */
export const recordsFrom = ({ recordLinks, intelligenceItems: items }: Row, report: Said): Records => ({
  ...linked(recordLinks),
  given: givenRecords(report, recordLinks),
  items,
});

/** The links alone. The caller has asked who looks. */
export const linksOf = async (tx: Tx, submissionId: Id<'Submission'>): Promise<Links> =>
  linked(await tx.recordLink.findMany({ where: { submissionId }, orderBy, include }));

function linked(rows: Prisma.RecordLinkGetPayload<{ include: typeof include }>[]): Links {
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
      people: row.people,
      item: row.item,
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
    else
      links.set(linkId, {
        linkId,
        kind,
        disseminationId: row.disseminationId,
        now: version,
        versions: [version],
      });
  }
  const addedAt = ({ versions }: RecordLink) => versions.at(-1)?.at.getTime() ?? 0;
  const sorted = [...links.values()].sort((one, other) => addedAt(one) - addedAt(other));
  return {
    standing: sorted.filter(({ now }) => now.removed === null),
    removed: sorted.filter(({ now }) => now.removed !== null),
  };
}
