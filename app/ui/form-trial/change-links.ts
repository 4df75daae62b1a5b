import { entryOf } from '#app/domain/form/journey.ts';
import type { ChangeLinks } from '#app/ui/form/CheckAnswers.tsx';
import type { TrialProps } from './shown-trial.ts';

/** Where the answers of a trial are changed. */
export function changeLinks({ definition, answers, hrefOf }: TrialProps): ChangeLinks {
  const entry = (sectionId: string) => {
    const section = definition.sections.find(({ id }) => id === sectionId);
    return section ? entryOf(section, answers) : ({ kind: 'task_list' } as const);
  };
  return {
    page: (pageId) => hrefOf({ kind: 'page', pageId }),
    section: (sectionId) => hrefOf(entry(sectionId)),
    item: (sectionId, itemId) => hrefOf({ kind: 'item', sectionId, itemId }),
    removeItem: (sectionId, itemId) => hrefOf({ kind: 'remove', sectionId, itemId }),
  };
}
