import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import type { Ctx } from '../../kernel/context.ts';
import { Conflict, Invalid, NotFound } from '../../kernel/failures.ts';
import { itemFor, readItems, type Item } from '../../submission/items.server.ts';
import {
  accessTo,
  lockSubmission,
  reloadSubmission,
  type LoadedSubmission,
} from '../../submission/load-submission.server.ts';
import type { ActionFields } from '../../submission/actions/effect.ts';
import { decideTransition } from '../../submission/decide-transition.ts';
import { failureOf } from '../../submission/transition.server.ts';
import { refuseStale } from '../../submission/refuse-stale.server.ts';
import { actOn } from '../actions/perform-action.server.ts';
import { sendOut } from '../dissemination/disseminate-item.server.ts';
import { addItem, readItemTitle } from '../items/add-item.server.ts';
import { giveGrade, readByPolice, type PostedGrade } from '../items/grade-item.server.ts';
import { gradeValues } from '../items/grade-values.ts';
import { limitChecks, refuseSealedWords } from '../../intake/sources/refuse-sealed-words.server.ts';
import { recordWordsChecked } from '../release/release-check.server.ts';
import { keepText, readSanitised, type SanitiseResult } from '../release/sanitise-item.server.ts';

/** What an officer filled in beside the text. What is left empty is not done. */
type FilledIn = {
  title: string;
  grade: PostedGrade;
  text: string;
  /** As `sanitiseItem` takes them. */
  checked: string | null;
  decisions: readonly string[];
  asked: string;
  /** The code of the queue to which the item goes. */
  recipient: string;
  outcome: string;
  unsanitised: string;
  noContactPlan: string;
  handedOn: string;
  /** To the partner; empty for the words of the outcome. */
  message: string;
  confirmed: string;
};

const nothing: FilledIn = {
  ...{ title: '', grade: {}, text: '', checked: null, decisions: [], asked: '', recipient: '', outcome: '' },
  ...{ unsanitised: '', noContactPlan: '', handedOn: '', message: '', confirmed: '' },
};

/**
 * `item` is the one worked on: `new` for one that is to be made, null where the page had none. `letOut`: whether anything may
 * leave, the item to its recipient and the answer to the partner; else all of it is only kept.
 */
type Assessment = Partial<FilledIn> & {
  submissionId: Id<'Submission'>;
  item: Id<'IntelligenceItem'> | 'new' | null;
  letOut: boolean;
  expectedVersion: number | null;
};

type Whole = Assessment & FilledIn;

type SavedAssessment = {
  saved: true;
  itemId: Id<'IntelligenceItem'> | null;
  sent: boolean;
  closed: boolean;
  /** Why the item did not go out although it was asked: a second person comes first, or what goes with code C is missing. */
  waits: 'approval' | 'conditions' | null;
};

type Unconfirmed = Extract<SanitiseResult, { saved: false }>;

/**
 * Saves what the page of a submission holds: makes the item, grades it, keeps its text and, where it may leave, accepts the
 * submission, sends the item and answers the partner. Each is its own use case with its own rules; all of them happen, or
 * none does. @throws NotFound, Forbidden, Conflict, Invalid, RateLimited
 */
export async function saveAssessment(ctx: Ctx, given: Assessment): Promise<SavedAssessment | Unconfirmed> {
  const input: Whole = { ...nothing, ...given };
  const { submissionId } = input;
  if (input.letOut && input.recipient === '' && input.outcome === '')
    throw new Invalid({ recipient: 'Select who gets it, or an outcome. To keep your work only, save it' });
  if (input.text.trim() !== '') await limitChecks(ctx, [input.text.trim()]);
  await refuseSealedWords(
    ctx,
    { submissionId },
    {
      ...(input.item === 'new' ? { title: input.title } : {}),
      ...(isGradeFilledIn(input.grade) ? readByPolice(input.grade) : {}),
    },
  );
  try {
    return await transaction(ctx.db, (tx) => saveIn(tx, ctx, input));
  } catch (failure) {
    if (!(failure instanceof NotConfirmed)) throw failure;
    // Nothing is saved, and all the same somebody was told what the checks found.
    await transaction(ctx.db, (tx) => recordWordsChecked(tx, ctx, submissionId, failure.found.warnings));
    return failure.found;
  }
}

/** The checks of the text found something that the officer has not confirmed: what was written until then goes back. */
class NotConfirmed extends Error {
  constructor(readonly found: Unconfirmed) {
    super('The warnings are not confirmed');
  }
}

async function saveIn(tx: Tx, ctx: Ctx, input: Whole): Promise<SavedAssessment> {
  const submission = await lockSubmission(tx, ctx, input.submissionId);
  const may = decideTransition(submission.state, 'grade', ctx.actor, accessTo(ctx, submission));
  if (!may.ok && may.kind === 'forbidden') throw failureOf(may);
  await refuseStale(tx, ctx, submission, input.expectedVersion);
  if (!may.ok) throw failureOf(may);
  const itemId = await saveItem(tx, ctx, submission, input);
  const kept = { saved: true, itemId, sent: false, closed: false, waits: null } as const;
  if (!input.letOut) return kept;
  if (submission.state.status === 'in_assessment') await act(tx, ctx, submission, 'accept', {});
  const item = input.recipient === '' ? null : await itemToSend(tx, ctx, itemId);
  const waits = item === null ? null : whatItWaitsFor(item, submission);
  if (waits !== null) return { ...kept, waits };
  if (item !== null) await send(tx, ctx, item, input.recipient);
  if (input.outcome !== '') {
    const { outcome, unsanitised, noContactPlan, handedOn, message, confirmed } = input;
    const answer = { outcome, unsanitised, noContactPlan, handedOn, comment: message, confirmed };
    await act(tx, ctx, submission, 'answer_and_close', answer);
  }
  return { ...kept, sent: item !== null, closed: input.outcome !== '' };
}

/** Makes, grades and writes the item as far as that was filled in and differs from what is there. */
async function saveItem(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  { grade, text, letOut, ...input }: Whole,
): Promise<Id<'IntelligenceItem'> | null> {
  if (input.item === null) return null;
  const item = input.item === 'new' ? null : await ownItem(tx, submission, input.item);
  const itemId = item?.id ?? (await addItem(tx, ctx, submission, readItemTitle(input.title)));
  const [newest] = item?.versions ?? [];
  const written = text.trim();
  const writes = written !== '' && (written !== newest?.text || newest.sentBack !== null);
  const grades = (writes || letOut || isGradeFilledIn(grade)) && !isSameGrade(item, grade);
  await allFaults(
    async () => grades && giveGrade(tx, ctx, { itemId, posted: grade, expectedVersion: null }),
    () => (writes || (letOut && input.recipient !== '' && !newest)) && readSanitised(written),
  );
  if (!writes) return itemId;
  const { checked, decisions, asked } = input;
  const kept = await keepText(tx, ctx, {
    ...{ itemId, text: written, checked, decisions, asked, expectedVersion: null },
  });
  if (!kept.saved) throw new NotConfirmed(kept);
  return itemId;
}

async function ownItem(tx: Tx, submission: LoadedSubmission, itemId: Id<'IntelligenceItem'>): Promise<Item> {
  const [item] = await readItems(tx, submission, itemId);
  if (item?.submissionId !== submission.id) throw new NotFound();
  return item;
}

/** What is wrong with several parts is told together. @throws Invalid */
async function allFaults(...parts: readonly (() => unknown)[]): Promise<void> {
  const faults: Record<string, string> = {};
  for (const part of parts) {
    try {
      await part();
    } catch (failure) {
      if (!(failure instanceof Invalid)) throw failure;
      Object.assign(faults, failure.fieldErrors);
    }
  }
  if (Object.keys(faults).length > 0) throw new Invalid(faults);
}

/** The provenance alone is what the page proposed. */
const isGradeFilledIn = ({ source, assessment, handling, mopiGroup, reason, usage }: PostedGrade): boolean =>
  [source, assessment, handling, mopiGroup, reason, usage].some((field) => (field ?? '').trim() !== '');

/** Whether the form says what the item is graded already: then nothing is graded anew. What it does not have stays as it is. */
function isSameGrade(item: Item | null, { reviewOn, ...posted }: PostedGrade): boolean {
  if (!item?.grade) return false;
  const boxes = Object.entries(reviewOn ?? {}).map(([box, typed]) => [`reviewOn-${box}`, typed] as const);
  const typed: Record<string, string | undefined> = { ...posted, ...Object.fromEntries(boxes) };
  return Object.entries(gradeValues(item)).every(
    ([field, given]) => (typed[field] ?? given).trim() === given,
  );
}

/** The item as it was just saved. */
async function itemToSend(tx: Tx, ctx: Ctx, itemId: Id<'IntelligenceItem'> | null): Promise<Item> {
  if (itemId === null) throw new Invalid({ recipient: 'There is no item to disseminate' });
  return (await itemFor(tx, ctx, itemId, 'change')).item;
}

/** What goes with code C, or is restricted, goes out on the page for sending, once a second person has approved it. */
function whatItWaitsFor(
  { grade, needsSecondPerson }: Item,
  { state }: LoadedSubmission,
): SavedAssessment['waits'] {
  if (!needsSecondPerson) return grade?.handling === 'C' ? 'conditions' : null;
  return state.priority === 'high' ? 'conditions' : 'approval';
}

async function send(tx: Tx, ctx: Ctx, { id }: Item, queueCode: string): Promise<void> {
  const sent = await sendOut(tx, ctx, {
    itemId: id,
    addressed: { to: 'queue', queueCode },
    conditions: '',
    checked: null,
    expectedVersion: null,
  });
  if (sent.sent !== true) throw new Conflict('This item goes out on the page for sending only');
}

/** An action on the submission as the steps before it have left it. */
async function act(
  tx: Tx,
  ctx: Ctx,
  submission: LoadedSubmission,
  action: 'accept' | 'answer_and_close',
  fields: Partial<ActionFields>,
): Promise<void> {
  const now = await reloadSubmission(tx, ctx, submission);
  await actOn(tx, ctx, now, { action, expectedVersion: null, ...fields });
}
