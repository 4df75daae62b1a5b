import { randomUUID } from 'node:crypto';
import { data } from 'react-router';
import { Conflict, Invalid, NotFound } from '#app/domain/kernel/failures.ts';
import { longFormBytes } from '#app/domain/kernel/form-limits.ts';
import {
  checkingOf,
  endTrial,
  itemOf,
  listOf,
  removeTrialItem,
  saveTrialItem,
  saveTrialPage,
  type Trial,
} from '#app/domain/admin/trial.ts';
import { openTrial, sealTrial } from '#app/domain/admin/trial-answers.server.ts';
import { readPlace, type TrialPlace } from '#app/domain/admin/trial-place.ts';
import { declarationOf } from '#app/domain/form/declaration.ts';
import { findPage, type FormDefinition, type Question } from '#app/domain/form/definition.ts';
import { entryOf, isPastGate, mayOpen } from '#app/domain/form/journey.ts';
import type { OpenAnswers } from '#app/domain/form/source-identity.ts';
import { visiblePages } from '#app/domain/form/visible.ts';
import { todayOf } from '#app/domain/intake/drafts/drafts.server.ts';
import { actField, answersField, type ShownTrial, type TrialShown } from '#app/ui/form-trial/shown-trial.ts';
import { errorsOf, parsed, typedAgain } from './form-action.ts';
import { questionForm } from './question-form.ts';
import { ctxOf } from '../server/context.ts';
import { formFieldNames } from './form-field-names.ts';
import { formWordsOf } from './form-words.ts';
import { postedForm } from './posted-form.ts';
import { readPairs } from './read-form.ts';
import { wordsAmong } from '../server/failure-page.ts';

type Args = Parameters<typeof ctxOf>[0] & Parameters<typeof formWordsOf>[0] & { request: Request; url: URL };
type Pairs = readonly (readonly [string, string])[];

/**
 * One step of a trial: opens a page, or takes what was posted to it and goes on. The answers so far come sealed with the
 * form, and go back sealed with the next page. @throws NotFound for what is no page of the version
 */
export async function stepOfTrial(args: Args, definition: FormDefinition) {
  const ctx = ctxOf(args);
  const at = args.url.searchParams.get('at');
  const asked = at === null ? firstPlace(definition) : readPlace(at);
  if (asked === null) throw new NotFound();
  const pairs = await readPairs(args.request, { bytes: longFormBytes });
  const given = postedForm(pairs, [answersField, actField]);
  const trial: Trial = {
    definition,
    answers: {} as OpenAnswers,
    today: todayOf(ctx),
    t: formWordsOf(args),
  };
  if (given.has(answersField)) {
    try {
      trial.answers = openTrial(ctx, definition, given.get(answersField));
    } catch (failure) {
      if (!(failure instanceof Conflict)) throw failure;
      const typed = wordsAmong(pairs.filter(([name]) => name !== answersField));
      return data<TrialShown>({ kind: 'lost', why: failure.message, typed }, { status: 409 });
    }
  }
  const show = (now: Trial, place: TrialPlace, rest: Pick<ShownTrial, 'errors' | 'values'>, status: number) =>
    data<TrialShown>(
      {
        kind: 'page',
        place,
        answers: now.answers,
        today: now.today,
        sealed: sealTrial(ctx, definition, now.answers),
        ...rest,
      },
      { status },
    );
  const fresh = { errors: [], values: null };
  const place = settled(trial, asked);
  if (given.get(actField) === '' || place.kind !== asked.kind) return show(trial, place, fresh, 200);
  const questions = questionsAt(trial, place);
  const posted = postedForm(pairs, formFieldNames(questions)).toRecord();
  try {
    const { answers, next } = acted(trial, place, posted, pairs);
    const now = { ...trial, answers };
    return show(now, settled(now, next), fresh, 200);
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    const form = questionForm(definition.version, questions, trial.t);
    const { values, errors } = parsed(form, pairs).refused([
      ...errorsOf(failure),
      ...typedAgain(form, pairs),
    ]);
    return show(trial, place, { values, errors }, 422);
  }
}

/** A trial begins where a report does. */
function firstPlace(definition: FormDefinition): TrialPlace {
  const [first] = definition.sections;
  return first ? entryOf(first, {}) : { kind: 'task_list' };
}

/** Where somebody gets who asks for this place: as in a report, nothing opens before the danger screening is done. @throws NotFound */
function settled(trial: Trial, place: TrialPlace): TrialPlace {
  const past = isPastGate(trial.definition, trial.answers, checkingOf(trial));
  switch (place.kind) {
    case 'page': {
      const found = findPage(trial.definition, place.pageId);
      if (!found || found.section.atCheckAnswers) throw new NotFound();
      if (!visiblePages(found.section, trial.answers).includes(found.page)) throw new NotFound();
      const open = mayOpen(trial.definition, trial.answers, found.section, checkingOf(trial));
      return open ? place : { kind: 'task_list' };
    }
    case 'task_list':
      return place;
    case 'check_answers':
    case 'end':
      return past ? place : { kind: 'task_list' };
    case 'new_item':
      listOf(trial, place.sectionId);
      if (!past) return { kind: 'task_list' };
      return { kind: 'item', sectionId: place.sectionId, itemId: randomUUID() };
    case 'remove':
      listOf(trial, place.sectionId);
      if (!past) return { kind: 'task_list' };
      return itemOf(trial, place.sectionId, place.itemId)
        ? place
        : { kind: 'items', sectionId: place.sectionId };
    default:
      listOf(trial, place.sectionId);
      return past ? place : { kind: 'task_list' };
  }
}

function questionsAt(trial: Trial, place: TrialPlace): Question[] {
  if (place.kind === 'page') return findPage(trial.definition, place.pageId)?.page.questions ?? [];
  if (place.kind === 'check_answers') return declarationOf(trial.definition).page.questions;
  if (place.kind !== 'item') return [];
  const { questions, notKnown } = listOf(trial, place.sectionId);
  return [...questions, ...(notKnown ? [notKnown] : [])];
}

type Posted = ReturnType<ReturnType<typeof postedForm>['toRecord']>;

/** @throws Invalid */
function acted(
  trial: Trial,
  place: TrialPlace,
  posted: Posted,
  pairs: Pairs,
): { answers: OpenAnswers; next: TrialPlace } {
  const given = postedForm(pairs, ['drops', 'then']);
  switch (place.kind) {
    case 'page':
      return saveTrialPage(trial, place.pageId, posted, given.get('drops') === 'yes');
    case 'item': {
      const drops = given.get('drops') === 'yes';
      const { answers, next } = saveTrialItem(trial, place.sectionId, place.itemId, posted, drops);
      const another = given.get('then') === 'another';
      return { answers, next: another ? { kind: 'new_item', sectionId: place.sectionId } : next };
    }
    case 'remove': {
      const answers = removeTrialItem(trial, place.sectionId, place.itemId);
      return { answers, next: { kind: 'items', sectionId: place.sectionId } };
    }
    case 'check_answers':
      return { answers: endTrial(trial, posted), next: { kind: 'end' } };
    default:
      return { answers: trial.answers, next: place };
  }
}
