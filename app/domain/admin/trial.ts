import { Invalid, NotFound } from '../kernel/failures.ts';
import { itemsOf, removeItem, type ItemAnswers } from '../form/answers.ts';
import type { Checking, Site } from '../form/answer-schema.ts';
import { findListSection, type FormDefinition, type ListSection } from '../form/definition.ts';
import { nextPage, withPage, type Step } from '../form/journey.ts';
import type { Posted } from '../form/read-posted.ts';
import { parseItem, parsePage, problemsOf, type Problem } from '../form/schema.ts';
import { splitSourceIdentity, type OpenAnswers } from '../form/source-identity.ts';
import { isVisible, pruneAnswers } from '../form/visible.ts';
import { withItem } from '../form/with-item.ts';
import type { Translate } from '../form/words.ts';
import { warnOfLoss } from '../intake/drafts/warn-of-loss.ts';
import { wholeAnswers } from '../intake/submitting/whole-answers.ts';

/**
 * Somebody trying a version of the form: the rules of a draft (app/domain/submissions) without a draft. Nothing is
 * stored. What names the source is sealed for nobody: it is dropped, and a marker stands for it as in a report.
 */
export type Trial = {
  definition: FormDefinition;
  answers: OpenAnswers;
  /** Where the force is, "YYYY-MM-DD". */
  today: string;
  /** Words the errors. */
  t: Translate;
};

/** An organisation of a trial has one site, so that a question for the site can be tried. */
export const exampleSites: readonly Site[] = [
  { id: '00000000-0000-4000-8000-000000000001', name: 'Example site' },
];

/** How much a trial may hold, in bytes of its answers as JSON. Sealed, and with what is typed on a page, it stays below what a form may post. */
export const mostTrialBytes = 300 * 1024;

type Moved = { answers: OpenAnswers; next: Step };

export function checkingOf({ today, answers, t }: Trial): Checking {
  return { today, answers, sites: exampleSites, t };
}

/** Nothing of a trial outgrows the page that carries it. @throws Invalid */
function bounded(answers: OpenAnswers): OpenAnswers {
  if (new TextEncoder().encode(JSON.stringify(answers)).length > mostTrialBytes)
    throw new Invalid({
      '': `A trial holds at most ${mostTrialBytes / 1024} KB of answers. Shorten this answer, or remove others first`,
    });
  return answers;
}

/** `drops`: the person has been told which answers elsewhere go with this one. @throws Invalid */
export function saveTrialPage(trial: Trial, pageId: string, posted: Posted, drops: boolean): Moved {
  const { definition, answers: before, t } = trial;
  const parsed = parsePage(definition, pageId, posted, before, checkingOf(trial));
  if (!parsed.ok) throw new Invalid(parsed.errors);
  const { open } = splitSourceIdentity(definition, withPage(definition, before, pageId, parsed.answers));
  if (!drops) warnOfLoss(definition, pageId, before, open, t);
  const answers = bounded(open);
  return { answers, next: nextPage(definition, answers, pageId, checkingOf({ ...trial, answers })) };
}

/** Adds an entry, or changes the one with this id. `drops` as for a page. @throws Invalid, NotFound */
export function saveTrialItem(
  trial: Trial,
  sectionId: string,
  itemId: string,
  posted: Posted,
  drops: boolean,
): Moved {
  const { definition } = trial;
  const section = listOf(trial, sectionId);
  const parsed = parseItem(definition, section.id, posted, checkingOf(trial));
  if (!parsed.ok) throw new Invalid(parsed.errors);
  const saved = pruneAnswers(definition, withItem(section, trial.answers, itemId, parsed, trial.t));
  if (!drops) warnOfLoss(definition, section.id, trial.answers, saved, trial.t);
  const answers = bounded(splitSourceIdentity(definition, saved).open);
  return { answers, next: nextPage(definition, answers, section.id, checkingOf({ ...trial, answers })) };
}

/** What names the removed entry goes, too. One that is already gone changes nothing. @throws NotFound */
export function removeTrialItem(trial: Trial, sectionId: string, itemId: string): OpenAnswers {
  const section = listOf(trial, sectionId);
  const left = pruneAnswers(trial.definition, removeItem(trial.answers, section.id, itemId));
  return splitSourceIdentity(trial.definition, left).open;
}

/** What would be sent. @throws Invalid */
export function endTrial(trial: Trial, declaration: Posted): OpenAnswers {
  return wholeAnswers(trial.definition, trial.answers, declaration, checkingOf(trial));
}

/** What keeps the report from being sent, the declaration apart: that stands at its foot. */
export function missingInTrial(trial: Trial): Problem[] {
  const atEnd = trial.definition.sections.flatMap((section) =>
    section.kind === 'pages' && section.atCheckAnswers ? [section.id] : [],
  );
  return problemsOf(
    trial.definition,
    pruneAnswers(trial.definition, trial.answers),
    checkingOf(trial),
  ).filter(({ sectionId }) => !atEnd.includes(sectionId));
}

/** A list that is asked for after these answers. @throws NotFound */
export function listOf({ definition, answers }: Trial, sectionId: string): ListSection {
  const section = findListSection(definition, sectionId);
  if (section === null || !isVisible(section, answers)) throw new NotFound();
  return section;
}

export function itemOf(trial: Trial, sectionId: string, itemId: string): ItemAnswers | null {
  return itemsOf(trial.answers, sectionId).find(({ id }) => id === itemId) ?? null;
}
