import type { Id } from '#app/domain/kernel/id.ts';
import { roles, type Role } from '../../kernel/actor.ts';

/** An open task is overdue when its day has passed; that is reckoned and not stored. */
export const taskStates = { open: 'Open', done: 'Done', cancelled: 'Cancelled' } as const;
export type TaskState = keyof typeof taskStates;

/** The longest texts of a task, in characters. */
export const taskLimits = { text: 1000, comment: 1000 } as const;

/** Roles to whose holders a task may be given together. */
export const ownerRoles = [
  'mds_lead',
  'plan_contributor',
  'fib_supervisor',
] as const satisfies readonly Role[];
export type OwnerRole = (typeof ownerRoles)[number];

export const isOwnerRole = (role: string): role is OwnerRole => ownerRoles.some((known) => known === role);

/** "Every MDS lead": a role, so that nobody looks for a person of that name. */
export const ownerRoleWords = (role: string): string =>
  isOwnerRole(role) ? `Every ${roles[role].label}` : role;

/** What a task is about. */
export type TaskAbout =
  | { kind: 'plan'; code: string }
  | { kind: 'submission'; submissionId: Id<'Submission'>; reference: string }
  | {
      kind: 'item';
      itemId: Id<'IntelligenceItem'>;
      number: number;
      submissionId: Id<'Submission'>;
      reference: string;
    }
  /** An item as it was sent to somebody: for its recipients, who see no submission. */
  | { kind: 'dissemination'; disseminationId: Id<'Dissemination'>; number: number; reference: string };

/** A task in a list. `dueOn` is a day of the force, "2016-01-20"; `overdue` only while it is open. */
export type TaskLine = {
  id: Id<'Task'>;
  text: string;
  about: TaskAbout;
  owner: string;
  dueOn: string;
  state: TaskState;
  endedAt: Date | null;
  overdue: boolean;
  /** By when the partner was promised what did not happen, where they raised it; null for any other task. */
  promisedBy: Date | null;
};
