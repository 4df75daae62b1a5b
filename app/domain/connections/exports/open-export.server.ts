import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { openDetails } from '../../intake/attachments/sealed-file.server.ts';
import { record } from '../../audit/record.server.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';

import type { SubmittedDocument } from '../../form/document.ts';
import { exportAnswers, type ExportedAnswers } from '../../form/export-answers.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { openAnswersFrom } from '../../form/source-identity.ts';
import { loadSubmission } from '../../submission/load-submission.server.ts';
import { readSupplements, type Supplement } from '../../submission/supplements.server.ts';
import { type ExportFormat, type ExportPurpose, mayExport } from './export-choices.ts';

/** A file of the submission, by which the file itself can be recognised. `size` in bytes, `sha256` in hexadecimal; null with its name where they do not open. */
export type ExportedFile = {
  number: number;
  name: string | null;
  description: string;
  kind: string;
  size: number;
  sha256: string | null;
  state: string;
};

/** A submission as it leaves the portal. Who told the partner is not in it: only whether there is a sealed record. */
export type ExportedSubmission = {
  format: ExportFormat;
  purpose: ExportPurpose;
  exportedAt: Date;
  exportedBy: string;
  reference: string;
  submittedAt: Date;
  channel: string;
  organisation: string;
  site: string | null;
  restricted: boolean;
  sourceSealed: boolean;
  answers: ExportedAnswers;
  document: SubmittedDocument;
  files: ExportedFile[];
  /** The partner's additions after sending, oldest first. */
  supplements: Supplement[];
};

/** How long an export can be fetched after it was asked for: whoever comes later asks again and says why. */
const fetchableFor = 60 * 60_000;

/**
 * The submission for an export that the same officer has asked for, as it is now. Each fetching is recorded as a reading
 * of content. @throws NotFound, Forbidden, Conflict when it was asked for too long ago
 */
export async function openExport(
  ctx: Ctx,
  input: { exportId: Id<'SubmissionExport'> },
): Promise<ExportedSubmission> {
  return transaction(ctx.db, async (tx) => {
    const asked = await tx.submissionExport.findFirst({
      where: { id: input.exportId, askedBy: ctx.actor.accountId },
    });
    if (!asked) throw new NotFound();
    const submission = await loadSubmission(tx, ctx, asked.submissionId);
    if (!mayExport(ctx.actor, submission.state)) throw new Forbidden();
    const now = ctx.clock.now();
    if (now.getTime() - asked.askedAt.getTime() > fetchableFor)
      throw new Conflict('This export was asked for more than an hour ago. Ask again');
    await record(tx, ctx, {
      type: 'submission.exported',
      data: { exportId: asked.id, format: asked.format, purpose: asked.purpose },
      subject: { type: 'submission', id: submission.id },
    });
    return {
      format: asked.format,
      purpose: asked.purpose,
      exportedAt: now,
      exportedBy: ctx.actor.displayName,
      ...(await readSubmission(tx, submission.id)),
      files: await readFiles(tx, ctx, submission.id),
      supplements: await readSupplements(tx, submission.id),
    };
  });
}

async function readSubmission(tx: Tx, id: string) {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      reference: true,
      submittedAt: true,
      channel: true,
      restricted: true,
      formVersion: true,
      organisation: { select: { name: true } },
      site: { select: { name: true } },
      sourceRecord: { select: { id: true } },
      submissionContent: { select: { answers: true, document: true } },
    },
  });
  const definition = await formOfVersion(tx, row.formVersion);
  return {
    reference: row.reference,
    submittedAt: row.submittedAt,
    channel: row.channel,
    organisation: row.organisation.name,
    site: row.site?.name ?? null,
    restricted: row.restricted,
    sourceSealed: row.sourceRecord !== null,
    answers: exportAnswers(definition, openAnswersFrom(definition, row.submissionContent?.answers)),
    document: row.submissionContent?.document as SubmittedDocument,
  };
}

async function readFiles(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<ExportedFile[]> {
  const rows = await tx.attachment.findMany({
    where: { submissionId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      details: true,
      description: true,
      kind: true,
      size: true,
      state: true,
      refusedFor: true,
    },
  });
  return rows.map((row, index) => ({
    number: index + 1,
    ...(openDetails(ctx.keyring, row) ?? { name: null, sha256: null }),
    description: row.description,
    kind: row.kind,
    size: row.size,
    state: row.refusedFor ?? row.state,
  }));
}
