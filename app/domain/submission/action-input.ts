import type { HandlingCode } from '#app/domain/kernel/grading.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { isOutcome, isOutcomeWithoutItem } from '#app/domain/kernel/outcomes.ts';
import type { RecipientRef } from '#app/domain/kernel/recipients.ts';
import type { QueueRef, SubmissionState } from '#app/domain/kernel/statuses.ts';
import type { Transition } from './actions.ts';
import type { DangerAct } from './danger-act.ts';
import type { Requirement } from './actions/row.ts';

/** The input of an action: posted by the actor, or looked up by the use case. A missing field counts as not met. */
export type ActionInput = {
  comment?: string;
  /** Every item has a grade. */
  itemsGraded?: boolean;
  /** Every item has a MoPI group and a review date. */
  mopiGroupsSet?: boolean;
  /** The account that wrote the newest sanitised text; absent while there is none. */
  textWrittenBy?: string;
  /** The accounts that gave the grades which are approved with the text. */
  gradedBy?: readonly string[];
  /** The account that approved that version of the text. */
  approvedBy?: string;
  /** The handling code of the grade with which an item goes out. */
  handling?: HandlingCode;
  recipient?: RecipientRef;
  /** Of what goes to immigration enforcement: what is wrong with why the partner's condition is overridden; null when nothing is. */
  overrideProblem?: string | null;
  outcome?: string;
  /** The gates that are not met for closing with that outcome, one sentence each. */
  closingGaps?: readonly string[];
  otherQueue?: QueueRef;
  /** Of a closing that rests on items without a sanitised text: what is wrong with the reason why there is none. */
  unsanitisedProblem?: string | null;
  /** Of voiding an item: what must be done first and is not, one sentence each. */
  voidingGaps?: readonly string[];
  /** Of voiding an item: the furthest that its submission has come with the others that stand. */
  othersStand?: 'none' | 'graded' | 'sent';
  /** Of closing, and of voiding an item: what is wrong with how loose ends are settled or handed on; null when nothing is. */
  looseEnds?: string | null;
  /** Of closing and rejecting: what is wrong with why a victim who wants contact has no contact plan; null when nothing is. */
  contactPlan?: string | null;
  /** The area that it is to count to. */
  area?: { areaId: Id<'Area'> };
  /** Whoever has claimed it is FIB staff. */
  holderIsFib?: boolean;
  /** `away`: not here at this moment. */
  colleague?: { accountId: Id<'Account'>; holdsPrimaryQueue: boolean; away?: boolean };
  /** What is longer than its field may be, by field. */
  tooLong?: FieldErrors;
  /** Whom the access list is about, if they may come onto it or be taken off it. */
  reader?: Id<'Account'>;
  /** The priority that is asked for instead of High. */
  lowerTo?: string;
  /** Of a High submission: what was done about the danger, or what is wrong with what the officer says of it. */
  dangerAct?: DangerAct | null;
  dangerProblems?: FieldErrors | null;
};

/** One sentence for each field, as `Invalid` takes them. */
export type FieldErrors = Record<string, string>;

const sameQueue = (state: SubmissionState, queue: QueueRef): boolean =>
  queue.kind === state.primaryQueueKind && queue.areaId === state.primaryAreaId;

/** Restriction wins over every transfer: outside FIB nobody could bring a restricted submission to its end. */
function otherQueueProblem(state: SubmissionState, queue: QueueRef | undefined): string | null {
  if (queue === undefined) return 'Select a queue';
  if (sameQueue(state, queue)) return 'Select another queue: the submission is in this one already';
  if (state.restricted && queue.kind !== 'fib') return 'A restricted submission can only be held by FIB';
  return null;
}

const gapsIn = ({ closingGaps }: ActionInput): string | null =>
  closingGaps && closingGaps.length > 0 ? closingGaps.join('. ') : null;

export const overrideMissing = 'Enter why the partner’s condition is overridden';

type Check = { field: string; problem: (state: SubmissionState, input: ActionInput) => string | null };

const checks: Readonly<Record<Exclude<Requirement, 'danger_dealt_with'>, Check>> = {
  item_graded: {
    field: 'grade',
    problem: (_, input) => (input.itemsGraded === true ? null : 'Grade every item first'),
  },
  mopi_group: {
    field: 'mopiGroup',
    problem: (_, input) => (input.mopiGroupsSet === true ? null : 'Select the MoPI group of every item'),
  },
  sanitised_text: {
    field: 'sanitisedText',
    problem: (_, input) => (input.textWrittenBy ? null : 'Write the sanitised text first'),
  },
  recipient: {
    field: 'recipient',
    problem: (_, { recipient }) => {
      if (!recipient) return 'Select who to disseminate this to';
      return recipient.kind === 'immigration_enforcement'
        ? 'Nothing goes to immigration enforcement on one person’s word'
        : null;
    },
  },
  immigration_recipient: {
    field: 'recipient',
    problem: (_, { recipient }) =>
      recipient?.kind === 'immigration_enforcement' ? null : 'Select immigration enforcement',
  },
  immigration_condition: {
    field: 'override',
    problem: (_, { overrideProblem = overrideMissing }) => overrideProblem,
  },
  outcome: {
    field: 'outcome',
    problem: (_, input) => {
      if (!isOutcome(input.outcome)) return 'Select an outcome';
      return gapsIn(input);
    },
  },
  outcome_without_item: {
    field: 'outcome',
    problem: (_, input) => {
      if (!isOutcomeWithoutItem(input.outcome)) return 'Select an outcome';
      return gapsIn(input);
    },
  },
  loose_ends: {
    field: 'handedOn',
    problem: (_, { looseEnds }) => (looseEnds === undefined ? 'Enter who takes on what is left' : looseEnds),
  },
  contact_plan: {
    field: 'noContactPlan',
    problem: (_, { contactPlan }) =>
      contactPlan === undefined ? 'Enter why there is no contact plan' : contactPlan,
  },
  item_taken_back: {
    field: 'gaps',
    problem: (_, { voidingGaps = ['Recall it from everybody who has it first'] }) =>
      voidingGaps.length > 0 ? voidingGaps.join('. ') : null,
  },
  duplicate: { field: 'gaps', problem: (_, input) => gapsIn(input) },
  other_queue: {
    field: 'otherQueue',
    problem: (state, input) => otherQueueProblem(state, input.otherQueue),
  },
  queue_it_came_from: {
    field: 'otherQueue',
    problem: (state, input) => otherQueueProblem(state, input.otherQueue),
  },
  other_area: {
    field: 'area',
    problem: (state, { area }) => {
      if (!area) return 'Select an area';
      return area.areaId === state.areaId ? 'Select another area: it counts to this one already' : null;
    },
  },
  colleague: {
    field: 'colleague',
    problem: (state, { colleague }) => {
      if (!colleague) return 'Select a colleague';
      // High never waits for somebody to come back.
      if (colleague.away === true && state.priority === 'high')
        return 'They are away. Select a colleague who is here, because this submission is High';
      return colleague.holdsPrimaryQueue ? null : 'Select a colleague who works on this queue';
    },
  },
  reader_to_add: { field: 'colleague', problem: (_, { reader }) => (reader ? null : 'Select a colleague') },
  reader_to_take_off: {
    field: 'colleague',
    problem: (_, { reader }) => (reader ? null : 'Select a colleague'),
  },
  lower_priority: {
    field: 'lowerTo',
    problem: (_, { lowerTo }) =>
      lowerTo === 'medium' || lowerTo === 'low' ? null : 'Select what it should be instead of High',
  },
};

/** Of what is High: what was done, when and by whom, each with its own field. */
const dangerProblems = ({ priority }: SubmissionState, input: ActionInput): FieldErrors =>
  priority !== 'high' || input.dangerAct
    ? {}
    : (input.dangerProblems ?? { aboutDanger: 'Enter what was done about the danger' });

/** The errors by field of this transition; empty when nothing is missing. */
export function checkInput(transition: Transition, state: SubmissionState, input: ActionInput): FieldErrors {
  const errors: FieldErrors = { ...input.tooLong };
  for (const requirement of transition.requires) {
    if (requirement === 'danger_dealt_with') {
      Object.assign(errors, dangerProblems(state, input));
      continue;
    }
    const { field, problem } = checks[requirement];
    const message = problem(state, input);
    if (message !== null) errors[field] = message;
  }
  if (input.unsanitisedProblem) errors['unsanitised'] = input.unsanitisedProblem;
  if (transition.comment.need === 'required' && !input.comment?.trim())
    errors['comment'] = transition.comment.missing;
  return errors;
}
