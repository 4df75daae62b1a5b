import type { Outcome } from '../kernel/outcomes.ts';

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
  /** It is linked to the original that it is a duplicate of. */
  hasOriginal: boolean;
};

export type Gate = {
  code: 'information' | 'items' | 'mopi' | 'sanitised' | 'approval' | 'area' | 'original';
  met: boolean;
  /** Said of it in a list of what is done and what is not. */
  label: string;
  /** Said of it beside the outcome while it is not met. */
  gap: string;
  /** Where it is mended. */
  at: 'added' | 'items' | 'links' | 'area';
};

/** A submission that was of use has to stay findable for whoever comes after: sanitised, and in an area. */
const used: readonly Outcome[] = ['used', 'crime_recorded'];

/**
 * The gates before a submission is closed, in the order of the work. `outcome` null: not chosen yet; what only
 * one outcome asks for is then listed as well, and stops nothing.
 */
export function closingGates(facts: ClosingFacts, outcome: Outcome | null): Gate[] {
  const gates: (Gate & { for?: readonly Outcome[] })[] = [
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
    {
      code: 'original',
      met: facts.hasOriginal,
      label: 'For a duplicate: linked to its original',
      gap: 'Link this report to the one that it duplicates first',
      at: 'links',
      for: ['duplicate'],
    },
  ];
  return gates
    .filter((gate) => outcome === null || gate.for === undefined || gate.for.includes(outcome))
    .map(({ code, met, label, gap, at }) => ({ code, met, label, gap, at }));
}

/** Of a report that ends without an item: that all of it is read, and what its outcome asks for. */
export const gatesWithoutItem = (facts: ClosingFacts, outcome: Outcome | null): Gate[] =>
  closingGates(facts, outcome).filter(({ code }) => code === 'information' || code === 'original');

export const gapsOf = (gates: readonly Gate[]): string[] =>
  gates.filter(({ met }) => !met).map(({ gap }) => gap);
