import { Conflict } from '../../kernel/failures.ts';

/** More unsent reports than a person can be writing; beyond it something is wrong. */
export const mostDrafts = 50;

/** One report more than may wait unsent. Never thrown where somebody is in danger. */
export class TooManyDrafts extends Conflict {
  constructor() {
    super(`You have ${mostDrafts} unsent reports. Send or delete one first`);
  }
}
