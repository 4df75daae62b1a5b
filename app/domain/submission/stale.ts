import { Conflict } from '../kernel/failures.ts';
import type { HistoryLine } from './submission-parts.server.ts';

/** The submission has changed since the actor looked at it. `changes`: what happened since, newest first, for whoever may read it. */
export class Stale extends Conflict {
  readonly changes: readonly HistoryLine[];

  constructor(message: string, changes: readonly HistoryLine[]) {
    super(message);
    this.changes = changes;
  }
}
