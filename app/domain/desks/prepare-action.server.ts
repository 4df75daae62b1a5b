import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { record } from '../audit/record.server.ts';
import type { Ctx } from '../kernel/context.ts';
import { Forbidden, NotFound } from '../kernel/failures.ts';
import { forceDay } from '../kernel/postcode-rules.ts';
import { forceQueues } from '../force/force-queues.server.ts';
import { readClosingFacts } from '../triage/actions/closing-facts.server.ts';
import { closingGates, gatesOfRejection, gatesWithoutItem, type Gate } from '../submission/closing-gates.ts';
import { colleagues, type Colleague } from '../triage/queues/colleagues.server.ts';
import { isEndAction } from '../submission/ends.ts';
import { decideTransition } from '../submission/decide-transition.ts';
import type { Outcome } from '../kernel/outcomes.ts';
import { readItems, recordItemRead, type Item } from '../submission/items.server.ts';
import { cautionsOf } from '../submission/partner-cautions.server.ts';
import type { PartnerCautions } from '../submission/partner-cautions.ts';
import { mayBePrimary } from '../submission/path-to-closed.ts';
import {
  dangerTold,
  openRequests,
  type AskedUse,
  type ProtectionRequest,
} from '../triage/approvals/protection-requests.server.ts';
import { questionRisk, type QuestionRisk } from '../triage/partner-messages/write-to-partner.server.ts';
import {
  actions,
  isSubmissionAction,
  type SubmissionAction,
  type Transition,
  transitions,
} from '../submission/actions.ts';
import { candidatesSchema } from '../submission/submission-parts.server.ts';
import { maySeeRawText } from '../submission/submission-access.ts';
import type { Status } from '../kernel/statuses.ts';
import { loadSubmission, accessTo, type LoadedSubmission } from '../submission/load-submission.server.ts';
import {
  asksForColleague,
  type ActionRow,
  type AsksForColleague,
  type Comment,
  type Requirement,
} from '../submission/actions/row.ts';

/** `share`: of the postcodes of a place that may lie there, from 0 to 1; null where none of its places may. */
type AreaChoice = { code: string; name: string; share: number | null };

/** What the page of one action asks for. */
export type PreparedAction = {
  submissionId: Id<'Submission'>;
  reference: string;
  version: number;
  action: SubmissionAction;
  label: string;
  comment: Comment;
  partnerReads: NonNullable<ActionRow['partnerReads']> | null;
  /** What whoever takes it has to know before, and whether that or its button is a warning. */
  guidance: string | null;
  warns: NonNullable<ActionRow['warns']> | null;
  /** What it needs, of which a part is asked on the page. */
  requires: readonly Requirement[];
  /** Why it cannot be done now; null when it can. */
  refusal: string | null;
  holder: string | null;
  /** How things stand, for whoever decided on an older state. */
  now: {
    status: Status;
    queue: string;
    area: string | null;
    outcome: Outcome | null;
    lastMessage: string | null;
  };
  restricted: boolean;
  colleagues: Colleague[];
  queues: { code: string; name: string }[];
  /** Of setting the area only. */
  areas: AreaChoice[];
  /** Of a question to the partner only. */
  questionRisk: QuestionRisk | null;
  /** Of a decision on what somebody asks: what it is. */
  asked: ProtectionRequest | null;
  /** Of a decision on immigration use: the item that would go out, and what its partner wants heeded. */
  use: { item: Item; cautions: PartnerCautions } | null;
  /** Of what takes two because it is High: what was done about the danger is asked, and whether the partner told of it. */
  aboutDanger: 'asked' | 'told' | null;
  /** Of agreeing to an end only: what must be done first, and what is. */
  gates: Gate[];
};

/**
 * One action on one submission with what it needs, before it is taken. An action that is the actor's but not possible
 * now comes with the reason, so that a page opened too late explains itself. @throws NotFound, Forbidden
 */
export async function prepareAction(
  ctx: Ctx,
  input: { submissionId: Id<'Submission'>; action: string },
): Promise<PreparedAction> {
  const { action } = input;
  // How a report ends is asked on a page of its own (prepare-end).
  if (!isSubmissionAction(action) || isEndAction(action)) throw new NotFound();
  return transaction(ctx.db, async (tx) => {
    const submission = await loadSubmission(tx, ctx, input.submissionId);
    const tried = decideTransition(submission.state, action, ctx.actor, accessTo(ctx, submission));
    if (!tried.ok && tried.kind === 'forbidden') throw new Forbidden(tried.message);
    const row = transitions.find((transition) => transition.action === action);
    if (!row) throw new NotFound();
    const { partnerReads, guidance, warns } = actions[action];
    const holder = await holderOf(tx, submission);
    const asks = asksForColleague(row.requires);
    const others = asks ? await colleagues(tx, ctx, submission, asks) : [];
    const nobody = asks && others.length === 0 ? nobodyToName[asks] : null;
    const conflict = !tried.ok && tried.kind === 'conflict' ? tried.message : nobody;
    const asked = await askedOf(tx, ctx, submission, action);
    await record(tx, ctx, {
      type: 'submission.read',
      data: { part: 'status' },
      subject: { type: 'submission', id: submission.id },
    });
    return {
      submissionId: submission.id,
      reference: submission.reference,
      version: submission.version,
      action,
      label: row.label,
      comment: row.comment,
      partnerReads: partnerReads ?? null,
      guidance: guidance?.replace('{queue}', submission.transferredFrom?.name ?? 'the other queue') ?? null,
      warns: warns ?? null,
      requires: row.requires,
      refusal: conflict,
      holder,
      now: await standsNow(tx, ctx, submission),
      restricted: submission.state.restricted,
      colleagues: others,
      queues: row.requires.includes('other_queue') ? await otherQueues(tx, submission) : [],
      areas: row.requires.includes('other_area') ? await otherAreas(tx, ctx, submission) : [],
      asked,
      use: asked?.use ? await readUse(tx, ctx, submission, asked.use) : null,
      aboutDanger: await aboutDanger(tx, submission, row),
      gates: await gatesOf(tx, ctx, submission, action, asked?.ending?.outcome ?? null),
      questionRisk: action === 'ask_partner' ? await questionRisk(tx, submission.id) : null,
    };
  });
}

const nobodyToName: Record<AsksForColleague, string> = {
  colleague: 'Nobody else works on this queue',
  reader_to_add: 'Everybody of FIB can read it already',
  reader_to_take_off: 'Nobody who could be taken off is on its access list',
};

/** What is decided by an action, with its reason, for whoever may read the original. */
async function askedOf(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  action: SubmissionAction,
): Promise<ProtectionRequest | null> {
  const kind = actions[action].decides;
  if (!kind || !maySeeRawText(ctx.actor, submission.state, submission.accessFacts)) return null;
  return (await openRequests(tx, ctx, submission)).find((request) => request.kind === kind) ?? null;
}

/** The item as it is now, whether or not it has changed since; reading it and what the partner said is recorded. */
async function readUse(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { itemId }: AskedUse,
): Promise<PreparedAction['use']> {
  const [item] = await readItems(tx, submission, itemId);
  if (!item) return null;
  await recordItemRead(tx, ctx, { submissionId: submission.id, itemId: item.id });
  return { item, cautions: await cautionsOf(tx, submission.id) };
}

/** What was last written to the partner is for whoever may read the original. */
export async function standsNow(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
): Promise<PreparedAction['now']> {
  const row = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { outcome: true, area: { select: { name: true } } },
  });
  const message = maySeeRawText(ctx.actor, submission.state, submission.accessFacts)
    ? await tx.partnerMessage.findFirst({
        where: { submissionId: submission.id, direction: 'to_partner' },
        orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
        select: { text: true },
      })
    : null;
  return {
    status: submission.state.status,
    queue: submission.primaryQueueName,
    area: row.area?.name ?? null,
    outcome: row.outcome,
    lastMessage: message?.text ?? null,
  };
}

/** Of agreeing to an end: what must hold for it still. */
async function gatesOf(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  action: SubmissionAction,
  outcome: Outcome | null,
): Promise<Gate[]> {
  const ending = action === 'grant_ending' ? submission.state.endingAsked : null;
  if (ending === 'answer_and_close')
    return closingGates(await readClosingFacts(tx, ctx, submission), outcome);
  if (ending === 'close_without_item')
    return gatesWithoutItem(await readClosingFacts(tx, ctx, submission), outcome);
  return ending === 'reject' ? gatesOfRejection(submission) : [];
}

export async function aboutDanger(
  tx: Tx,
  submission: LoadedSubmission,
  row: Transition,
): Promise<PreparedAction['aboutDanger']> {
  if (submission.state.priority !== 'high' || !row.requires.includes('danger_dealt_with')) return null;
  return (await dangerTold(tx, submission.id)) ? 'told' : 'asked';
}

/** The areas of today but the one that it counts to, first those in which one of its places may lie, the likeliest on top. */
async function otherAreas(tx: Tx, ctx: Ctx, submission: LoadedSubmission): Promise<AreaChoice[]> {
  const today = new Date(`${forceDay(ctx.clock.now())}T00:00:00Z`);
  const { candidates } = await tx.submission.findUniqueOrThrow({
    where: { id: submission.id },
    select: { candidates: true },
  });
  const shares = new Map(
    candidatesSchema
      .parse(candidates)
      .flatMap((one) => ('area' in one ? [[one.area, one.share] as const] : []))
      .sort(([, one], [, other]) => one - other),
  );
  const areas = await tx.area.findMany({
    where: {
      validFrom: { lte: today },
      OR: [{ validTo: null }, { validTo: { gt: today } }],
      ...(submission.state.areaId ? { id: { not: submission.state.areaId } } : {}),
    },
    select: { code: true, name: true },
    orderBy: { name: 'asc' },
  });
  return areas
    .map((area) => ({ ...area, share: shares.get(area.code) ?? null }))
    .sort((one, other) => (other.share ?? 0) - (one.share ?? 0));
}

export async function holderOf(tx: Tx, submission: LoadedSubmission): Promise<string | null> {
  const { claimedBy } = submission.state;
  if (!claimedBy) return null;
  const account = await tx.account.findUnique({ where: { id: claimedBy }, select: { displayName: true } });
  return account?.displayName ?? null;
}

/** Queues whose officers can bring it to its end. */
async function otherQueues(tx: Tx, submission: LoadedSubmission): Promise<{ code: string; name: string }[]> {
  const { restricted } = submission.state;
  return (await forceQueues(tx))
    .filter(({ id, kind }) => id !== submission.primaryQueueId && mayBePrimary(kind, { restricted }))
    .map(({ code, name }) => ({ code, name }));
}
