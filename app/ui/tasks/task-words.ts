import type { TaskAbout } from '#app/domain/connections/tasks/task-words.ts';

/** What a task is about, in a few words without content. */
export function aboutWords(about: TaskAbout): string {
  if (about.kind === 'plan') return about.code;
  if (about.kind === 'dissemination') return `Item ${about.number} of ${about.reference}, as it was sent`;
  return about.kind === 'item'
    ? `Submission ${about.reference}, item ${about.number}`
    : `Submission ${about.reference}`;
}
