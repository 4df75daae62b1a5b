import { outsideSteps, type Means, type OutsideStep } from '../kernel/recipients.ts';

/** Something that was done by hand with a dissemination outside the force, as an officer recorded it. */
export type StepEntry = {
  id: string;
  step: OutsideStep;
  means: Means;
  /** The role or post there. */
  withPost: string;
  at: Date;
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
  /** Of a correction: why what was recorded before is wrong. */
  reason: string | null;
};

/** The record that counts now; `wrong`: the records that it corrects, the last first. */
export type RecordedStep = StepEntry & { wrong: StepEntry[] };

type Row = {
  id: string;
  step: OutsideStep;
  means: Means;
  withPost: string;
  happenedAt: Date;
  note: string | null;
  recordedAt: Date;
  corrects: string | null;
  reason: string | null;
  recordedByAccount: { displayName: string };
};

/** In the order in which they come about, each as it was corrected last. */
export const recordedSteps = (rows: readonly Row[]): RecordedStep[] =>
  outsideSteps.flatMap((step) => {
    const entries = rows.filter((row) => row.step === step);
    const corrected = new Set(entries.map(({ corrects }) => corrects));
    const last = entries.find(({ id }) => !corrected.has(id));
    return last ? [{ ...entryOf(last), wrong: before(entries, last).map(entryOf) }] : [];
  });

/** The entries that this one corrects, each followed by the one it corrected. */
function before(entries: readonly Row[], { corrects }: Row): Row[] {
  const wrong = entries.find(({ id }) => id === corrects);
  return wrong ? [wrong, ...before(entries, wrong)] : [];
}

const entryOf = (row: Row): StepEntry => ({
  id: row.id,
  step: row.step,
  means: row.means,
  withPost: row.withPost,
  at: row.happenedAt,
  note: row.note,
  recordedBy: row.recordedByAccount.displayName,
  recordedAt: row.recordedAt,
  reason: row.reason,
});
