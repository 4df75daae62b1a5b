import type { TrialProps } from './shown-trial.ts';
import { TrialItems, TrialRemove } from './TrialLists.tsx';
import { TrialItem, TrialQuestions } from './TrialQuestions.tsx';
import { TrialCheck, TrialEnd, TrialTasks } from './TrialSections.tsx';

/** The page of a trial at which somebody stands. */
export function TrialPage(props: TrialProps) {
  const { place } = props;
  switch (place.kind) {
    case 'page':
      return <TrialQuestions {...props} pageId={place.pageId} />;
    case 'items':
      return <TrialItems {...props} sectionId={place.sectionId} />;
    case 'item':
      return <TrialItem {...props} sectionId={place.sectionId} itemId={place.itemId} />;
    case 'remove':
      return <TrialRemove {...props} sectionId={place.sectionId} itemId={place.itemId} />;
    case 'check_answers':
      return <TrialCheck {...props} />;
    case 'end':
      return <TrialEnd {...props} />;
    default:
      return <TrialTasks {...props} />;
  }
}
