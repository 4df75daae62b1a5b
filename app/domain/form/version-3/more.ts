import type { Condition, PagesSection } from '#app/domain/form/definition.ts';
import { alreadyDone as alreadyDone2, more as more2 } from '#app/domain/form/version-2/more.ts';
import { anySpeaker, asBefore, toldBySomeone } from './asked.ts';

/** There is a source other than the reporter and other than a text. */
const somebodyElse: Condition = { any: [toldBySomeone, anySpeaker] };

/** May fields: who else knows, and what is asked of a source only where that is somebody else than the reporter. */
export const more: PagesSection = {
  ...more2,
  title: 'Who else knows, and since when',
  wantedWhen: { question: 'canDescribe', in: ['source'] },
  pages: [
    {
      id: 'more',
      title: 'Who else knows, and since when',
      guidance: ['Answer only from what you already know. Do not go back and ask.'],
      questions: [
        asBefore(more2, 'whoElseKnows'),
        asBefore(more2, 'sourceFirstKnew', { showWhen: somebodyElse }),
        asBefore(more2, 'sourceLastKnew', { showWhen: somebodyElse }),
        asBefore(more2, 'sourceCouldSayMore', { showWhen: somebodyElse }),
        asBefore(more2, 'sourceGivenBefore', { showWhen: somebodyElse }),
      ],
    },
  ],
};

export const alreadyDone: PagesSection = {
  ...alreadyDone2,
  wantedWhen: { question: 'canDescribe', in: ['done'] },
};
