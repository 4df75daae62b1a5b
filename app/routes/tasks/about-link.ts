import type { TaskAbout } from '#app/domain/connections/tasks/task-words.ts';
import { link } from '#app/http/link.ts';

/** The page of what a task is about. */
export function aboutLink(about: TaskAbout): string {
  switch (about.kind) {
    case 'plan':
      return link('plan/item', { code: about.code });
    case 'dissemination':
      return link('disseminations/dissemination', { disseminationId: about.disseminationId });
    case 'item':
      return link('items/item', { itemId: about.itemId });
    case 'submission':
      return link('submissions/submission', { submissionId: about.submissionId });
  }
}
