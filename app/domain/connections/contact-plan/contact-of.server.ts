import type { Prisma } from '#app/platform/db/generated/client.ts';
import type { Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { formOfVersion } from '../../form/forms.server.ts';
import type { Form } from '../../form/held-forms.ts';
import type { Said } from '../../form/said.ts';
import { answersGiven, saidIn } from '../../submission/said-of.server.ts';
import type { DocumentEntry, SubmittedDocument } from '../../form/document.ts';
import { contactWish, type ContactWish } from '../../form/victim-wish.ts';
import { contactGiven, contactParts, type ContactGiven } from '../../submission/contact-record.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import { dayText } from '../tasks/task-input.ts';
import { interpreterNeeds, isInterpreterNeed, type InterpreterNeed } from './contact-input.ts';
import { wishesSaid } from './victim-wishes.ts';

/** One version of a contact plan. `nextOn` is a day, "2016-01-20", or null with the reason why no contact follows. */
export type PlanVersion = {
  number: number;
  who: string;
  how: string;
  safeTimes: string;
  never: string;
  interpreter: InterpreterNeed;
  interpreterWords: string;
  language: string | null;
  nextOn: string | null;
  endedReason: string | null;
  by: string;
  at: Date;
};

export type ContactMade = {
  id: string;
  madeOn: string;
  result: string;
  nextOn: string | null;
  endedReason: string | null;
  by: string;
  at: Date;
};

/** `next` is the day of the next contact as plan and contacts leave it. Versions and contacts come newest first. */
export type Contact = {
  wish: ContactWish;
  said: DocumentEntry[];
  plan: PlanVersion | null;
  earlier: PlanVersion[];
  contacts: ContactMade[];
  next: { on: string | null; overdue: boolean; today: boolean };
  /** How whoever made the report is reached, as far as it is known without opening it. */
  sender: ContactGiven;
};

/** What of a submission's row its contact plan is made of. */
export const contactPlanParts = {
  contactPlans: {
    orderBy: { number: 'desc' },
    include: { writtenByAccount: { select: { displayName: true } } },
  },
  contactsMade: {
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    include: { recordedByAccount: { select: { displayName: true } } },
  },
  contactDue: true,
  contactRecord: contactParts,
} satisfies Prisma.SubmissionSelect;

/** What was submitted, and what hangs on its row. */
type Row = Prisma.SubmissionGetPayload<{ select: typeof contactPlanParts }> & {
  submissionContent: { document: Prisma.JsonValue } | null;
};

/** The contact plan of a submission with what was done by it. The caller has asked who looks. */
export async function contactOf(tx: Tx, ctx: Ctx, submissionId: Id<'Submission'>): Promise<Contact> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      formVersion: true,
      ...answersGiven,
      submissionContent: { select: { answers: true, document: true } },
      ...contactPlanParts,
    },
  });
  const form = await formOfVersion(tx, row.formVersion);
  return contactFrom(ctx, row, form, saidIn(form, row));
}

/** The same, of what was read with the submission. */
export function contactFrom(ctx: Ctx, row: Row, form: Form, report: Said): Contact {
  const { submissionContent: content, contactPlans: plans, contactsMade: made, contactDue: due } = row;
  if (content === null) throw new Error('A submission stands without what was submitted');
  const document = content.document as SubmittedDocument;
  const on = due?.nextOn ? dayText(due.nextOn) : null;
  const today = forceDay(ctx.clock.now());
  const [plan, ...earlier] = plans.map(versionOf);
  return {
    wish: contactWish(report),
    said: wishesSaid(form, document, report),
    plan: plan ?? null,
    earlier,
    contacts: made.map((row) => ({
      id: row.id,
      madeOn: dayText(row.madeOn),
      result: row.result,
      nextOn: row.nextOn && dayText(row.nextOn),
      endedReason: row.endedReason,
      by: row.recordedByAccount.displayName,
      at: row.recordedAt,
    })),
    next: { on, overdue: on !== null && on < today, today: on === today },
    sender: contactGiven(row.contactRecord),
  };
}

type PlanRow = Prisma.ContactPlanGetPayload<{
  include: { writtenByAccount: { select: { displayName: true } } };
}>;

function versionOf(row: PlanRow): PlanVersion {
  const { interpreter } = row;
  if (!isInterpreterNeed(interpreter))
    throw new Error('The database holds a need that the portal does not know');
  return {
    number: row.number,
    who: row.who,
    how: row.how,
    safeTimes: row.safeTimes,
    never: row.never,
    interpreter,
    interpreterWords: interpreterNeeds[interpreter],
    language: row.language,
    nextOn: row.nextOn && dayText(row.nextOn),
    endedReason: row.endedReason,
    by: row.writtenByAccount.displayName,
    at: row.writtenAt,
  };
}
