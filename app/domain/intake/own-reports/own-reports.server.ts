import { draftCode } from '../drafts/drafts.server.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { agreedFor } from '../../people/organisations/organisation.server.ts';
import { Invalid } from '../../kernel/failures.ts';
import { charactersOrLess } from '../../kernel/text-limits.ts';
import { requireReporter } from '../drafts/drafts.server.ts';
import {
  beginsHere,
  findSent,
  type FoundReports,
  longestSought,
  sentReports,
  type ListInput,
  type SentReport,
  type SentReports,
} from './sent-reports.server.ts';

export type DraftLine = {
  id: string;
  /** The reference that the writer's own organisation gave it; null where none is typed yet. */
  partnerReference: string | null;
  /** Tells unsent reports apart: of random letters and figures, and no reference that the police know. */
  code: string;
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  /** Whole days since it was started. */
  ageDays: number;
  /** It says that somebody is or could soon be in danger, and nobody has been told. */
  danger: boolean;
};
/** A report about which the police wait for an answer. */
export type Question = Pick<SentReport, 'id' | 'reference' | 'partnerReference'>;
/** `covers`: the organisation's agreement lets one stand in for colleagues. */
export type OwnReports = SentReports & {
  drafts: DraftLine[];
  questions: Question[];
  covers: boolean;
};

/**
 * A reporter's own reports: what is not sent yet, the questions that wait for an answer, and what is sent, as `sentReports`
 * lists it. What comes first stands on the first page only.
 */
export async function ownReports(ctx: Ctx, input: ListInput): Promise<OwnReports> {
  const { accountId, organisationId } = requireReporter(ctx);
  const first = beginsHere(input);
  return {
    covers: (await agreedFor(ctx.db, organisationId)).cover,
    drafts: first ? await draftLines(ctx, accountId) : [],
    questions: first ? await questionsTo(ctx, accountId) : [],
    ...(await sentReports(ctx.db, ctx, { submittedBy: accountId }, input)),
  };
}

/** What a reporter sent, by its reference or their own. @throws Invalid */
export async function findOwnReports(ctx: Ctx, { sought }: { sought: string }): Promise<FoundReports> {
  const { accountId } = requireReporter(ctx);
  const wanted = sought.trim();
  if (wanted === '') throw new Invalid({ sought: 'Enter a reference, or part of one' });
  if (wanted.length > longestSought)
    throw new Invalid({ sought: `Reference must be ${charactersOrLess(longestSought)}` });
  return findSent(ctx.db, ctx, { submittedBy: accountId }, wanted);
}

const mostQuestions = 25;

/** The oldest first: it waits longest. Only of what is open, so that nobody who sent thousands waits for all of them to be read. */
function questionsTo(ctx: Ctx, submittedBy: string): Promise<Question[]> {
  return ctx.db.submission.findMany({
    where: { submittedBy, status: 'clarification', closedAt: null },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    take: mostQuestions,
    select: { id: true, reference: true, partnerReference: true },
  });
}

type DraftRow = Omit<DraftLine, 'code' | 'ageDays'>;

/** Of the answers only what the list shows is read. */
async function draftLines(ctx: Ctx, accountId: Id<'Account'>): Promise<DraftLine[]> {
  const rows = await ctx.db.$queryRaw<DraftRow[]>`
    SELECT id, (SELECT nullif(trim(draft.answers ->> (meanings ->> 'partner.reference')), '') FROM form_version
        WHERE form_version.version = draft.form_version) AS "partnerReference", created_at AS "createdAt",
      updated_at AS "updatedAt", expires_at AS "expiresAt",
      says_danger AS danger
    FROM draft WHERE account_id = ${accountId}::uuid ORDER BY says_danger DESC, updated_at DESC, id`;
  const now = ctx.clock.now().getTime();
  return rows.map((row) => ({
    ...row,
    code: draftCode(row.id),
    ageDays: Math.max(0, Math.floor((now - row.createdAt.getTime()) / (24 * 60 * 60_000))),
  }));
}
