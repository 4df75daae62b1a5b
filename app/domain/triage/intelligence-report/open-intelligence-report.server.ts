import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../../audit/record.server.ts';
import { mayExport } from '../../connections/exports/export-choices.ts';
import { currentForce, type Force } from '../../force/current-force.server.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import { mentionsIn, notTheirsOf } from '../../intake/submitting/mentions.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Forbidden, NotFound } from '../../kernel/failures.ts';
import { fiveByFiveInWords } from '../../kernel/five-by-five.ts';
import { isOutsideKind, recipientName } from '../../kernel/recipients.ts';
import { disseminationFor, isApproved, releasedGrade } from '../../submission/dissemination.server.ts';
import { itemFor, readItems, type Item } from '../../submission/items.server.ts';
import { originalFor, type LoadedSubmission } from '../../submission/load-submission.server.ts';
import { needsSecondPerson } from '../../submission/second-person.ts';
import { subjectsOf, type IntelligenceReport, type Named, type Subject } from './intelligence-report.ts';

/** How a report is read: on its page, or taken away as a file. */
export type ReportAs = 'page' | 'pdf' | 'json';

/** The intelligence reports of a submission or of one item, with the reference that its file bears. */
export type OpenedReports = { reference: string; reports: IntelligenceReport[] };

/**
 * The intelligence report of an item, for whoever may read the original; as a file for whoever may take one away. Each reading
 * is recorded. @throws NotFound, Forbidden, Conflict for an item that was a mistake
 */
export function openItemReport(
  ctx: Ctx,
  input: { itemId: Id<'IntelligenceItem'>; as: ReportAs },
): Promise<OpenedReports> {
  return transaction(ctx.db, async (tx) => {
    const { item, submission } = await itemFor(tx, ctx, input.itemId, 'read');
    if (item.voided) throw new Conflict('This item was a mistake, so there is no intelligence report of it');
    return reportsOf(tx, ctx, submission, [item], input.as);
  });
}

/** The same of every item of a submission that stands. @throws NotFound, Forbidden */
export function openSubmissionReport(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; as: ReportAs },
): Promise<OpenedReports> {
  return transaction(ctx.db, async (tx) => {
    const submission = await originalFor(tx, ctx, input.submissionId, 'read');
    const items = (await readItems(tx, submission)).filter(({ voided }) => voided === null);
    return reportsOf(tx, ctx, submission, items, input.as);
  });
}

/**
 * The intelligence report that a recipient inside the force reads: the version and the grade that they were sent, and what
 * can't point to the source. @throws NotFound, Conflict for one that was recalled
 */
export function openReceivedReport(
  ctx: Ctx,
  input: { disseminationId: Id<'Dissemination'>; as: Exclude<ReportAs, 'json'> },
): Promise<OpenedReports> {
  return transaction(ctx.db, async (tx) => {
    const { row, submission } = await disseminationFor(tx, ctx, input.disseminationId);
    if (isOutsideKind(row.recipientKind)) throw new NotFound();
    if (row.disseminationRecall) throw new Conflict('This item has been recalled: do not use it any more');
    await record(tx, ctx, {
      type: 'dissemination.sheet_read',
      data: { as: input.as },
      subject: { type: 'dissemination', id: row.id },
    });
    const { itemGrade: given, sanitisedText: text } = row;
    const grade = releasedGrade(given);
    const { restricted } = submission.state;
    const force = await currentForce(tx, ctx);
    const report: IntelligenceReport = {
      urn: `${submission.reference}/${row.item.number}`,
      informationOn: null,
      reportedAt: null,
      provenance: null,
      text: text.text,
      version: text.version,
      grade,
      confidence: given.confidence,
      fiveByFive: given.fiveByFive === null ? [] : fiveByFiveInWords(given.fiveByFive, force.fiveByFive),
      conditions: row.conditions,
      subjects: (await subjectsIn(tx, submission, force))(text.text),
      disseminations: [
        {
          to: recipientName(row),
          version: text.version,
          at: row.disseminatedAt,
          conditions: null,
          recalled: false,
        },
      ],
      review: null,
      approvalOutstanding: needsSecondPerson({ handling: grade.handling, restricted }) && !isApproved(row),
    };
    return { reference: submission.reference, reports: [report] };
  });
}

async function reportsOf(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  items: readonly Item[],
  as: ReportAs,
): Promise<OpenedReports> {
  if (as !== 'page' && !mayExport(ctx.actor, submission.state)) throw new Forbidden();
  for (const { id } of items)
    await record(tx, ctx, {
      type: 'item.sheet_read',
      data: { as },
      subject: { type: 'intelligence_item', id },
    });
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { formVersion: true, submissionContent: { select: { document: true } } },
  });
  const form = await formOfVersion(tx, row.formVersion);
  const informationOn = answerTo(
    row.submissionContent?.document as SubmittedDocument,
    form.meanings['date.happened'],
  );
  const force = await currentForce(tx, ctx);
  const subjects = await subjectsIn(tx, submission, force);
  const reports = items.map((item): IntelligenceReport => {
    const [version] = item.versions;
    const { grade } = item;
    return {
      urn: `${submission.reference}/${item.number}`,
      informationOn,
      reportedAt: submission.submittedAt,
      provenance: grade?.provenance ?? null,
      text: version?.text ?? null,
      version: version?.version ?? null,
      grade,
      confidence: grade?.confidence ?? null,
      fiveByFive: grade?.fiveByFive ? fiveByFiveInWords(grade.fiveByFive, force.fiveByFive) : [],
      conditions: null,
      subjects: version ? subjects(version.text) : [],
      disseminations: item.disseminations.map(({ recipient, version, sentAt, conditions, recalled }) => ({
        to: recipient,
        version,
        at: sentAt,
        conditions,
        recalled: recalled !== null,
      })),
      review: item.mopiGroup === null ? null : { mopiGroup: item.mopiGroup, on: item.reviewOn },
      approvalOutstanding: item.awaitsApproval,
    };
  });
  return { reference: submission.reference, reports };
}

/** What was answered to a question, in the words of the document; null where nothing was. */
function answerTo(document: SubmittedDocument, questionId: string | undefined): string | null {
  const entries = document.sections.flatMap(({ pages }) => pages.flatMap((page) => page.entries));
  const entry = entries.find((each) => each.questionId === questionId && each.state === 'answered');
  return entry ? entry.answer.join(', ') : null;
}

/** Finds the subjects of texts of a submission, whose names are read once. */
async function subjectsIn(
  tx: Tx,
  { id: submissionId }: LoadedSubmission,
  force: Force,
): Promise<(text: string) => Subject[]> {
  const of = { where: { submissionId }, orderBy: { position: 'asc' } } as const;
  const people = await tx.submissionPerson.findMany({ ...of, select: { forename: true, surname: true } });
  const businesses = await tx.submissionOrganisation.findMany({ ...of, select: { name: true } });
  const named: Named[] = [
    ...people.map(({ forename, surname }): Named => ({
      kind: 'person',
      names: [[forename, surname].filter(Boolean).join(' '), surname ?? ''],
    })),
    ...businesses.map(({ name }): Named => ({ kind: 'business', names: [name ?? ''] })),
  ];
  return (text) => subjectsOf(text, mentionsIn(text, notTheirsOf(force)), named);
}
