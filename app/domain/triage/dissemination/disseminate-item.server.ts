import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { enqueue } from '#app/platform/jobs/enqueue.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid } from '../../kernel/failures.ts';
import { currentRules } from '../../routing/current-rules.server.ts';
import { disseminationLinks } from '../../routing/rules.ts';
import { askImmigrationUse } from '../approvals/immigration-use.server.ts';
import { tellApprovers } from '../approvals/tell-approvers.server.ts';
import { tellLead } from '../../notify/tell-lead.server.ts';
import { isSent, readAddressed, type Addressed, type Recipient } from './addressed-to.server.ts';
import { letOut, readyToGo } from './let-out.server.ts';
import { staysWithinForce } from '../../kernel/five-by-five.ts';
import { itemFor, type GivenGrade } from '../../submission/items.server.ts';
import { failureOf, transition } from '../../submission/transition.server.ts';
import { decideTransition, type DecidedTransition } from '../../submission/decide-transition.ts';
import { addRuleLinks } from '../actions/plan-links.server.ts';
import { queueOfficers } from '../../submission/queue-officers.server.ts';
import { isOutsideKind, isQueueRef, type RecipientKind } from '../../kernel/recipients.ts';
import { saidOf } from '../../submission/said-of.server.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { limitChecks } from '../../intake/sources/refuse-sealed-words.server.ts';
import { checkForRelease, type ShownWarning } from '../release/release-check.server.ts';
import { textMark } from '../release/sanitise-item.server.ts';
import { isAgainstLimits, limitReasonMissing, sharingLimits } from '../../submission/sharing-limits.ts';
import { accessTo } from '../../submission/load-submission.server.ts';
import { charactersOrLess, textLimits } from '../../kernel/text-limits.ts';

/** `checked` confirms the warnings about what the recipient reads besides the text, as `textMark` names them. */
export type DisseminateInput = {
  itemId: Id<'IntelligenceItem'>;
  addressed: Addressed;
  conditions: string;
  /** Why it goes out as free to share although the partner set a limit, where the grade does not say so. */
  limitReason?: string;
  checked: string | null;
  expectedVersion: number | null;
};

export type DisseminateResult =
  | {
      sent: true;
      disseminationId: Id<'Dissemination'>;
      submissionId: Id<'Submission'>;
      secondPerson: DecidedTransition['secondPerson'];
    }
  | { sent: 'asked'; submissionId: Id<'Submission'> }
  | { sent: false; warnings: ShownWarning[]; mark: string };

/**
 * Sends the newest sanitised version of an item to a queue or to the MDS lead, or lets it out to a recipient outside the
 * force, with the conditions under which it may be used and a time by which it has to be acknowledged; plan items that
 * follow from it are linked. Under the two-person rule a second person has approved that version, or, because it is High,
 * does so afterwards. What is addressed to immigration enforcement does not go out: a supervisor is asked (`asked`).
 * @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function disseminateItem(ctx: Ctx, input: DisseminateInput): Promise<DisseminateResult> {
  await limitChecks(ctx, [input.conditions.trim()]);
  return transaction(ctx.db, (tx) => sendOut(tx, ctx, input));
}

/** The same inside a transaction, of conditions whose check was counted. */
export async function sendOut(tx: Tx, ctx: Ctx, input: DisseminateInput): Promise<DisseminateResult> {
  const conditions = input.conditions.trim();
  const limitReason = input.limitReason?.trim() ?? '';
  const { item, submission } = await itemFor(tx, ctx, input.itemId, 'change');
  const [text] = item.versions;
  if (text?.sentBack)
    throw new Conflict('A second person sent this version back to its writer: write a new one');
  const { recipient, faults } = await readAddressed(tx, ctx, input.addressed);
  const actionInput = {
    ...(await readyToGo(tx, item)),
    ...(recipient ? { recipient: recipient.ref } : {}),
  };
  const action = recipient?.kind === 'immigration_enforcement' ? 'ask_immigration_use' : 'disseminate';
  await refuseStale(tx, ctx, submission, input.expectedVersion);
  const may = decideTransition(submission.state, action, ctx.actor, accessTo(ctx, submission), actionInput);
  const against =
    item.grade !== null &&
    item.grade.limitReason === null &&
    isAgainstLimits(item.grade.handling, sharingLimits(await saidOf(tx, submission.id)));
  const wrong = {
    ...faults,
    ...conditionFaults(conditions, input.addressed.to),
    ...(against ? limitFaults(limitReason) : {}),
  };
  if (!may.ok && may.kind === 'invalid') throw new Invalid({ ...may.fieldErrors, ...wrong });
  if (!may.ok) throw failureOf(may);
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong);
  if (!text || !recipient || !item.grade)
    throw new Invalid({ recipient: 'Select who to disseminate this to' });
  if (isOutsideKind(recipient.kind) && staysWithinForce(item.grade.fiveByFive))
    throw new Invalid({ recipient: 'Its 5x5x5 grade, handling 4, keeps this item within the force' });
  if (await isSent(tx, text.id, recipient)) throw new Invalid({ recipient: alreadySent(recipient.kind) });

  const released = readBesides(conditions, item.grade, recipient);
  const warnings =
    released.length > 0 ? (await checkForRelease(tx, ctx, submission.id, released)).flat() : [];
  const mark = textMark(released.join('\n'));
  if (warnings.length > 0 && input.checked !== mark) return { sent: false, warnings, mark };

  if (action === 'ask_immigration_use') {
    await askImmigrationUse(tx, ctx, submission, actionInput, {
      item: item.number,
      itemId: item.id,
      version: text.version,
      textId: text.id,
      gradeId: item.grade.id,
      body: recipient.columns.recipientBody ?? '',
      post: recipient.columns.recipientPost ?? '',
      reason: recipient.columns.reason ?? '',
      conditions,
      limitReason: against ? limitReason : null,
    });
    return { sent: 'asked', submissionId: submission.id };
  }
  const moved = await transition(tx, ctx, submission, {
    action: 'disseminate',
    input: actionInput,
    data: { item: item.number, version: text.version, ...recipient.named },
  });
  const disseminationId = await letOut(tx, ctx, submission, {
    item,
    text,
    grade: item.grade,
    recipient,
    conditions,
    limitReason: against ? limitReason : null,
    sentBy: ctx.actor.accountId,
  });
  if (isQueueRef(recipient.ref))
    await addRuleLinks(tx, ctx, submission, disseminationLinks(await currentRules(tx), recipient.ref.kind));
  if (moved.secondPerson === 'afterwards')
    await tellApprovers(tx, 'approval-due', [{ makers: [text.writtenById, item.grade.gradedById] }]);
  if (recipient.kind === 'mds_lead') await tellLead(tx, 'significant-item');
  for (const accountId of isQueueRef(recipient.ref) ? await queueOfficers(tx, recipient.ref) : [])
    await enqueue(tx, { name: 'send-mail', data: { kind: 'item-sent', accountId } });
  return { sent: true, disseminationId, submissionId: submission.id, secondPerson: moved.secondPerson };
}

/** Whoever is outside the force has only the conditions to go by, so there must be some. */
function conditionFaults(conditions: string, to: Addressed['to']): Record<string, string> {
  if (conditions.length > textLimits.conditions)
    return { conditions: `Conditions must be ${charactersOrLess(textLimits.conditions)}` };
  if (to === 'outside' && conditions === '')
    return { conditions: 'Enter the conditions under which they may use it' };
  return {};
}

function limitFaults(reason: string): Record<string, string> {
  if (reason === '') return { limitReason: limitReasonMissing };
  return reason.length > textLimits.conditions
    ? { limitReason: `The reason must be ${charactersOrLess(textLimits.conditions)}` }
    : {};
}

const alreadySent = (kind: RecipientKind): string =>
  kind === 'queue'
    ? 'This version has already gone to this queue'
    : `This version has already gone to ${kind === 'mds_lead' ? 'the MDS lead' : 'this recipient'}`;

/**
 * The words that the recipient reads besides the text, held against the same checks. The reason is the MDS lead's to
 * read; of what leaves the force it stays here.
 */
const readBesides = (conditions: string, grade: GivenGrade, { kind, columns }: Recipient): string[] =>
  [conditions, grade.usage ?? '', kind === 'mds_lead' ? (columns.reason ?? '') : ''].filter(
    (each) => each !== '',
  );
