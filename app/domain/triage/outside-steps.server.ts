import { outsideSteps, type Means, type OutsideStep } from './recipients.ts';

/** Something that was done by hand with a dissemination outside the force, as an officer recorded it. */
export type RecordedStep = {
  step: OutsideStep;
  means: Means;
  /** The role or post there. */
  withPost: string;
  at: Date;
  note: string | null;
  recordedBy: string;
  recordedAt: Date;
};

type Row = {
  step: string;
  means: string;
  withPost: string;
  happenedAt: Date;
  note: string | null;
  recordedAt: Date;
  recordedByAccount: { displayName: string };
};

/** In the order in which they come about. */
export const recordedSteps = (rows: readonly Row[]): RecordedStep[] =>
  outsideSteps.flatMap((step) => {
    const row = rows.find((each) => each.step === step);
    if (!row) return [];
    const { withPost, happenedAt: at, note, recordedAt, recordedByAccount } = row;
    const recordedBy = recordedByAccount.displayName;
    return [{ step, means: row.means as Means, withPost, at, note, recordedBy, recordedAt }];
  });
