import type { TaskAbout } from '#app/domain/connections/tasks/task-words.ts';
import { planItemAddress } from './plan-addresses.ts';
import { triageAddresses } from './triage-addresses.ts';

/** Addresses of tasks. They hold random ids and codes of the plan, never what a task says. */
export const taskAddresses = {
  list: (view?: string, after?: string | null, narrowed: { owner?: string; area?: string } = {}) => {
    const query = new URLSearchParams();
    if (view) query.set('view', view);
    if (narrowed.owner) query.set('owner', narrowed.owner);
    if (narrowed.area) query.set('area', narrowed.area);
    if (after) query.set('after', after);
    const text = query.toString();
    return `/tasks${text ? `?${text}` : ''}`;
  },
  task: (taskId: string) => `/tasks/${taskId}`,
  newOfPlan: (code: string) => `${planItemAddress(code)}/tasks/new`,
  newOfSubmission: (submissionId: string) => `${triageAddresses.submission(submissionId)}/tasks/new`,
  newOfDissemination: (disseminationId: string) =>
    `${triageAddresses.dissemination(disseminationId)}/tasks/new`,
  newOfItem: (itemId: string) => `${triageAddresses.item(itemId)}/tasks/new`,
  /** What a task is about. */
  about: (about: TaskAbout) => {
    if (about.kind === 'plan') return planItemAddress(about.code);
    if (about.kind === 'dissemination') return triageAddresses.dissemination(about.disseminationId);
    return about.kind === 'item'
      ? triageAddresses.item(about.itemId)
      : triageAddresses.submission(about.submissionId);
  },
};
