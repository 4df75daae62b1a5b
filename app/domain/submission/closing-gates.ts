import { isOutcomeWithoutItem, outcomeCodes, type Outcome } from '../kernel/outcomes.ts';
import { charactersOrLess, textLimits } from '../kernel/text-limits.ts';

/** The facts about a submission that the gates before closing need. */
export type ClosingFacts = {
  /** The partner's additions have been marked as read. */
  informationRead: boolean;
  items: number;
  /** Items without a grade, and without a MoPI group or review date. */
  ungraded: number;
  withoutMopi: number;
  /** Items of which no text was written that may leave FIB. */
  unsanitised: number;
  /** An item that was disseminated on one person's word still needs a second. */
  approvalOutstanding: boolean;
  /** An area is set, or outside an area's queue one has been sent something or no place of the report lies in the force. */
  areaSettled: boolean;
  /** The outcomes that its records support (prisma/migrations, `outcome_has_evidence`). */
  supported: readonly Outcome[];
  /** Questions of recipients that FIB has neither read nor answered. */
  openQuestions: number;
  /** Items with a text that may not go out before a second person has approved it, and that went to nobody. */
  inPreparation: number;
  /** Open tasks of the submission and its items, but those of a raised promise, which end by themselves. */
  openTasks: number;
  /** Strong matches, of those that the actor may know, that nobody has looked at. */
  strongUnseen: number;
  /** A victim wants contact, and no contact plan is written. */
  contactUnplanned: boolean;
};

export type Gate = {
  code:
    | 'information'
    | 'items'
    | 'mopi'
    | 'sanitised'
    | 'approval'
    | 'area'
    | 'contact'
    | LooseEnd
    | keyof typeof evidence;
  met: boolean;
  /** Said of it in a list of what is done and what is not. */
  label: string;
  /** Said of it beside the outcome while it is not met. */
  gap: string;
  /** Where it is mended. */
  at: 'added' | 'items' | 'links' | 'area' | 'contact' | 'records' | 'tasks' | 'matches';
  /** Where a reason does in its place: the field of the closing form that holds it. */
  reason: 'unsanitised' | 'noContactPlan' | 'handedOn' | null;
};

/** What may be left to somebody else, who is named with the reason. */
type LooseEnd = 'questions' | 'tasks' | 'matches' | 'preparation';

/** What an outcome rests on: the partner is told none that no record supports. */
const evidence = {
  crime_recorded: {
    label: 'For a crime recorded: its crime number is among the records elsewhere',
    gap: 'Record the crime number first',
    at: 'records',
  },
  safeguarding_action: {
    label: 'For a safeguarding action: the referral is among the records elsewhere',
    gap: 'Record the safeguarding referral first',
    at: 'records',
  },
  passed_on: {
    label: 'For something passed on: an item went out of the force, or it is recorded who was told',
    gap: 'Record which force or agency was told, when and how, or pass an item on to it first',
    at: 'records',
  },
  duplicate: {
    label: 'For a duplicate: linked to its original',
    gap: 'Link this report to the one that it duplicates first',
    at: 'links',
  },
} as const satisfies Partial<Record<Outcome, Pick<Gate, 'label' | 'gap' | 'at'>>>;

const restsOnEvidence = (outcome: Outcome): outcome is keyof typeof evidence =>
  Object.hasOwn(evidence, outcome);

/** A submission that was of use has to stay findable for whoever comes after: sanitised, and in an area. */
const used: readonly Outcome[] = ['used', 'crime_recorded'];

/**
 * The gates before a submission is closed, in the order of the work. `outcome` null: not chosen yet; what only
 * one outcome asks for is then listed as well, and stops nothing.
 */
export function closingGates(facts: ClosingFacts, outcome: Outcome | null): Gate[] {
  const gates: (Omit<Gate, 'reason'> & { reason?: Gate['reason']; for?: readonly Outcome[] })[] = [
    {
      code: 'information',
      met: facts.informationRead,
      label: 'What the partner added is read and marked as read',
      gap: 'Read what the partner added and mark it as read first',
      at: 'added',
    },
    {
      code: 'items',
      met: facts.items > 0 && facts.ungraded === 0,
      label: 'Every item is graded',
      gap: facts.items === 0 ? 'Add an item and grade it first' : 'Grade every item first',
      at: 'items',
    },
    {
      code: 'mopi',
      met: facts.withoutMopi === 0,
      label: 'Every item has its MoPI group and review date',
      gap: 'Select the MoPI group of every item first',
      at: 'items',
    },
    {
      code: 'sanitised',
      met: facts.unsanitised === 0,
      label: 'For something used: every item has a sanitised text, or there is a reason why not',
      gap: 'Have FIB write the sanitised text of every item, or enter why there is none',
      at: 'items',
      reason: 'unsanitised',
      for: used,
    },
    {
      code: 'approval',
      met: !facts.approvalOutstanding,
      label: 'What was disseminated at once is approved, or judged if it was recalled',
      gap: 'What was disseminated at once still needs a second person’s approval',
      at: 'items',
    },
    {
      code: 'area',
      met: facts.areaSettled,
      label: 'For something used: an area has it, or no place lies in the force',
      gap: 'No area has it yet: set its area, disseminate an item to an area, or close it with another outcome',
      at: 'area',
      for: used,
    },
    contactGate(facts),
    {
      code: 'questions',
      met: facts.openQuestions === 0,
      label: 'No question of a recipient waits',
      gap: 'Have FIB answer what a recipient asks',
      at: 'items',
      reason: 'handedOn',
    },
    {
      code: 'preparation',
      met: facts.inPreparation === 0,
      label: 'No item waits for a second person’s approval',
      gap: 'Have the item approved that was written',
      at: 'items',
      reason: 'handedOn',
    },
    {
      code: 'tasks',
      met: facts.openTasks === 0,
      label: 'No task is open',
      gap: 'End the open tasks',
      at: 'tasks',
      reason: 'handedOn',
    },
    {
      code: 'matches',
      met: facts.strongUnseen === 0,
      label: 'Every strong match was looked at',
      gap: 'Look at the strong matches',
      at: 'matches',
      reason: 'handedOn',
    },
    ...outcomeCodes.filter(restsOnEvidence).map((code) => ({
      code,
      met: facts.supported.includes(code),
      ...evidence[code],
      for: [code],
    })),
  ];
  return gates
    .filter((gate) => outcome === null || gate.for === undefined || gate.for.includes(outcome))
    .map(({ code, met, label, gap, at, reason = null }) => ({ code, met, label, gap, at, reason }));
}

/** Asked of every end that police decide on: no victim who wants contact is forgotten with the report. */
const contactGate = ({ contactUnplanned }: Pick<ClosingFacts, 'contactUnplanned'>): Gate => ({
  code: 'contact',
  met: !contactUnplanned,
  label: 'For a victim who wants contact: there is a contact plan, or a reason why not',
  gap: 'Write the contact plan of the victim who wants contact, or enter why there is none',
  at: 'contact',
  reason: 'noContactPlan',
});

/** Of a report that is rejected. */
export const gatesOfRejection = (facts: Pick<ClosingFacts, 'contactUnplanned'>): Gate[] =>
  facts.contactUnplanned ? [contactGate(facts)] : [];

/** Of a report that ends without an item: that all of it is read, its victim is not forgotten, no loose end is left, and what its outcome asks for. */
export const gatesWithoutItem = (facts: ClosingFacts, outcome: Outcome | null): Gate[] =>
  closingGates(facts, outcome).filter(
    ({ code }) =>
      ['information', 'contact', 'tasks', 'matches'].includes(code) ||
      (isOutcomeWithoutItem(code) && restsOnEvidence(code)),
  );

/** Of a duplicate whose original is High and open: the work goes on there, its loose ends and its victim as well. */
export const gatesOfDuplicate = (facts: ClosingFacts): Gate[] =>
  (facts.items > 0 ? closingGates : gatesWithoutItem)(facts, 'duplicate').filter(
    ({ reason }) => reason !== 'handedOn' && reason !== 'noContactPlan',
  );

type UnmetGate = Pick<Gate, 'met' | 'gap' | 'reason'>;

export const gapsOf = (gates: readonly UnmetGate[]): string[] =>
  gates.filter(({ met }) => !met).map(({ gap }) => gap);

/** The gaps of those gates alone for which this reason does, or for which none does. */
export const gapsWith = (gates: readonly UnmetGate[], reason: Gate['reason']): string[] =>
  gapsOf(gates.filter((gate) => gate.reason === reason));

/** What is asked where loose ends are left and nobody is said to take them on; undefined where none is left. */
export function askedToHandOn(gates: readonly UnmetGate[]): string | undefined {
  const loose = gapsWith(gates, 'handedOn');
  return loose.length > 0 ? `${loose.join('. ')}, or enter who takes this on and why` : undefined;
}

/** `missing` is what to say where nothing is written; undefined where no reason is asked for. */
export function reasonProblem(written: string, missing: string | undefined): string | null {
  if (missing === undefined) return null;
  const reason = written.trim();
  if (reason === '') return missing;
  return reason.length > textLimits.linkReason
    ? `The reason must be ${charactersOrLess(textLimits.linkReason)}`
    : null;
}
