import type { TrialPlace } from '#app/domain/admin/trial-place.ts';
import type { Trial } from '#app/domain/admin/trial.ts';
import type { FormDefinition } from '#app/domain/form/definition.ts';
import type { PageError } from '#app/ui/layout/Page.tsx';
import type { FieldValues } from '#app/ui/form/question-props.ts';

/** The fields by which every form of a trial carries the sealed answers, and says that it saves and not only opens. */
export const answersField = 'answers';
export const actField = 'act';

/** A page of a trial as it is shown. */
export type ShownTrial = {
  place: TrialPlace;
  answers: Trial['answers'];
  today: string;
  sealed: string;
  errors: PageError[];
  /** What was posted, where the page comes back with errors. */
  values: FieldValues | null;
};

/** `lost`: the sealed answers cannot be opened; `why` says it in a sentence, and `typed` is what was typed just then. */
export type TrialShown = ({ kind: 'page' } & ShownTrial) | { kind: 'lost'; why: string; typed: string[] };

/** What every page of a trial is drawn from. */
export type TrialProps = ShownTrial & {
  definition: FormDefinition;
  hrefOf: (place: TrialPlace) => string;
  /** Where a trial of this version begins, and where the versions are listed. */
  startHref: string;
  versionsHref: string;
};
