import { describe, expect, test } from 'vitest';
import { removeItem, saveItem, type Answers } from './answers.ts';
import type { FormDefinition } from './definition.ts';
import {
  canSubmit,
  isPastGate,
  afterFiles,
  nextPage,
  previousPage,
  sectionStatus,
  withPage,
  type Step,
} from './journey.ts';
import { parseAnswers, parseItem, parsePage } from './schema.ts';
import { version1 } from '#tests/factories/published-forms.ts';
import { pruneAnswers, taskSections } from './visible.ts';
import { minimalAnswers, minimalPosts, without } from '#tests/factories/form-answers.ts';

const section = (id: string, definition: FormDefinition = version1) =>
  definition.sections.find((each) => each.id === id)!;
const status = (answers: Answers, id: string) => sectionStatus(version1, answers, section(id));
const posts: Record<string, Record<string, string | string[]>> = minimalPosts;

/** Posts one page or item as a reporter would, and returns the draft's answers. */
function post(answers: Answers, step: Step): Answers {
  if (step.kind === 'page') {
    const parsed = parsePage(version1, step.pageId, posts[step.pageId]!, answers);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return withPage(version1, answers, step.pageId, parsed.answers);
  }
  if (step.kind !== 'new_item') throw new Error(`nothing to post at ${step.kind}`);
  const parsed = parseItem(version1, step.sectionId, posts[step.sectionId]!);
  if (!parsed.ok || parsed.kind !== 'item') throw new Error('the item was refused');
  return saveItem(answers, step.sectionId, { ...parsed.item, id: `${step.sectionId}-1` });
}

const danger: Step = { kind: 'page', sectionId: 'safety', pageId: 'danger' };

/** Every page a reporter of these posts sees, from the danger screening to the confirmation. */
function walk(): { seen: string[]; answers: Answers } {
  let answers = post({}, danger);
  const seen = ['page danger'];
  let step = nextPage(version1, answers, 'danger');
  while (step.kind === 'page' || step.kind === 'new_item') {
    const at = step.kind === 'page' ? step.pageId : step.sectionId;
    // A walk that comes back to a page would never end.
    if (seen.includes(`${step.kind} ${at}`)) throw new Error(`The walk comes back to ${at}`);
    seen.push(`${step.kind} ${at}`);
    answers = post(answers, step);
    step = nextPage(version1, answers, at);
  }
  seen.push(step.kind, 'confirmation');
  return { seen, answers };
}

describe('a minimal report', () => {
  test('"this van, this house, again on Tuesday" takes eight pages with the list of reports it starts from, place and vehicle as rows', () => {
    const { seen, answers } = walk();
    expect(['reports', ...seen]).toHaveLength(8);
    expect(seen).toEqual([
      'page danger',
      'page information',
      'new_item places',
      'new_item vehicles',
      'page source',
      'check_answers',
      'confirmation',
    ]);
    expect(canSubmit(version1, answers)).toBe(true);
    expect(parseAnswers(version1, answers)).toMatchObject({
      ok: false,
      problems: [{ sectionId: 'declaration' }],
    });
    expect(parseAnswers(version1, { ...answers, declaration: ['confirmed'] }).ok).toBe(true);
  });
});

describe('danger', () => {
  const now = { danger: 'now', child: 'no', onBehalfOfVictim: 'no' };
  const information: Step = { kind: 'page', sectionId: 'information', pageId: 'information' };
  const emergency: Step = { kind: 'page', sectionId: 'safety', pageId: 'emergency' };

  test.each([now, { danger: 'no', child: 'in_danger', onBehalfOfVictim: 'no' }])(
    '%j leads to the stop page',
    (answers) => {
      expect(nextPage(version1, answers, 'danger')).toEqual(emergency);
      expect(previousPage(version1, answers, 'emergency')).toEqual(danger);
      expect(isPastGate(version1, answers)).toBe(false);
      expect(status(answers, 'safety')).toBe('in_progress');
      expect(status(answers, 'information')).toBe('cannot_start');
    },
  );

  test.each(['called', 'not_immediate'])('and goes on only after "%s"', (emergencyCall) => {
    const answers = { ...now, emergencyCall };
    expect(nextPage(version1, answers, 'emergency')).toEqual(information);
    expect(isPastGate(version1, answers)).toBe(true);
  });

  test('danger soon goes straight on', () => {
    expect(nextPage(version1, { ...now, danger: 'soon' }, 'danger')).toEqual(information);
  });

  test('nobody submits past the gate', () => {
    expect(canSubmit(version1, { ...minimalAnswers, danger: 'now' })).toBe(false);
    expect(canSubmit(version1, { ...minimalAnswers, danger: 'now', emergencyCall: 'called' })).toBe(true);
  });
});

describe('statuses', () => {
  const screened = { danger: 'no', child: 'no', onBehalfOfVictim: 'no' };

  test('at the start only the danger screening can be started', () => {
    const statuses = taskSections(version1, {}).map((each) => [each.id, sectionStatus(version1, {}, each)]);
    expect(statuses[0]).toEqual(['safety', 'not_started']);
    expect(new Set(statuses.slice(1).map(([, value]) => value))).toEqual(new Set(['cannot_start']));
  });

  test('after it, must sections wait and may sections are optional', () => {
    const statuses = taskSections(version1, screened).map((each) => [
      each.id,
      sectionStatus(version1, screened, each),
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      safety: 'completed',
      information: 'not_started',
      places: 'not_started',
      vehicles: 'optional',
      people: 'optional',
      source: 'not_started',
      more: 'optional',
      'already-done': 'optional',
    });
  });

  test('half a section is in progress', () => {
    expect(status({ ...screened, whatIsKnown: 'A van' }, 'information')).toBe('in_progress');
    expect(status({ ...minimalAnswers, vehicles: [{ id: 'v' }] }, 'vehicles')).toBe('in_progress');
  });

  test('places are complete with one place, or with "not known"', () => {
    expect(
      status({ ...screened, places: [{ id: 'p', placeKind: 'home', placeTown: 'Anytown' }] }, 'places'),
    ).toBe('completed');
    expect(status({ ...screened, placesNotKnown: ['not_known'] }, 'places')).toBe('completed');
    expect(status({ ...screened, placesNotKnown: ['no such answer'] }, 'places')).toBe('in_progress');
  });

  test('the declaration waits for everything else', () => {
    expect(status(screened, 'declaration')).toBe('cannot_start');
    const ready = without(minimalAnswers, 'declaration');
    expect(status(ready, 'declaration')).toBe('not_started');
    expect(status(minimalAnswers, 'declaration')).toBe('completed');
  });

  test('a victim brings the section about their wishes', () => {
    const answers = { ...minimalAnswers, onBehalfOfVictim: 'yes' };
    expect(status(answers, 'victim')).toBe('not_started');
    expect(canSubmit(version1, answers)).toBe(false);
    expect(taskSections(version1, minimalAnswers).map((each) => each.id)).not.toContain('victim');
    expect(nextPage(version1, answers, 'source')).toEqual({
      kind: 'page',
      sectionId: 'victim',
      pageId: 'victim-wishes',
    });
  });
});

describe('walking', () => {
  test('what is optional is passed over unless the reporter said they can describe it', () => {
    expect(
      nextPage(version1, { ...minimalAnswers, vehicles: [], canDescribe: ['people'] }, 'places'),
    ).toEqual({
      kind: 'new_item',
      sectionId: 'people',
    });
    const rest = without(minimalAnswers, 'canDescribe', 'sourceKind', 'vehicles');
    expect(nextPage(version1, rest, 'places')).toEqual({
      kind: 'page',
      sectionId: 'source',
      pageId: 'source',
    });
  });

  test('a wanted section that was left empty does not hold anyone back', () => {
    const answers = { ...minimalAnswers, vehicles: [] };
    expect(nextPage(version1, answers, 'vehicles')).toEqual({ kind: 'check_answers' });
  });

  test('what was left out before leads to the task list, a changed page of a whole report back to check answers', () => {
    const gap = without(minimalAnswers, 'whatIsKnown');
    expect(nextPage(version1, gap, 'source')).toEqual({ kind: 'task_list' });
    expect(nextPage(version1, minimalAnswers, 'information')).toEqual({ kind: 'check_answers' });
    expect(nextPage(version1, minimalAnswers, 'danger')).toEqual({ kind: 'check_answers' });
  });

  test('files come last, where the reporter said that they have some', () => {
    const form = { ...version1, filesWhen: { question: 'sourceKind', in: ['colleague', 'self'] } };
    const wanted = { ...minimalAnswers, sourceKind: 'self' };
    expect(nextPage(form, wanted, 'source')).toEqual({ kind: 'files' });
    expect(nextPage(form, { ...minimalAnswers, sourceKind: 'public' }, 'source').kind).not.toBe('files');
    expect(afterFiles(form, minimalAnswers)).toEqual({ kind: 'check_answers' });
    expect(afterFiles(form, without(wanted, 'whatIsKnown'))).toEqual({ kind: 'task_list' });
  });

  test('back leads to the page before, then to the task list; from the first page nowhere', () => {
    expect(previousPage(version1, {}, 'danger')).toBeNull();
    expect(previousPage(version1, {}, 'information')).toEqual({ kind: 'task_list' });
    expect(previousPage(version1, {}, 'places')).toEqual({ kind: 'task_list' });
  });

  test('an unknown page leads to the task list', () => {
    expect(nextPage(version1, {}, 'nowhere')).toEqual({ kind: 'task_list' });
  });
});

describe('branches no longer taken', () => {
  test('lose their answers', () => {
    const before = { ...minimalAnswers, danger: 'now', emergencyCall: 'called', emergencyLog: '123' };
    const after = withPage(version1, before, 'danger', { danger: 'no', child: 'no', onBehalfOfVictim: 'no' });
    expect(after).not.toHaveProperty('emergencyCall');
    expect(after).not.toHaveProperty('emergencyLog');
  });

  test('a page that is posted again without an optional answer loses it', () => {
    const { canDescribe, ...information } = Object.fromEntries(
      Object.entries(minimalAnswers).filter(([id]) => !['places', 'vehicles'].includes(id)),
    );
    expect(canDescribe).toEqual(['vehicles']);
    expect(withPage(version1, minimalAnswers, 'information', information)).not.toHaveProperty('canDescribe');
  });

  test('a place outweighs "not known"', () => {
    expect(pruneAnswers(version1, { ...minimalAnswers, placesNotKnown: ['not_known'] })).not.toHaveProperty(
      'placesNotKnown',
    );
    const none = removeItem({ ...minimalAnswers, placesNotKnown: ['not_known'] }, 'places', 'place-1');
    expect(pruneAnswers(version1, none)).toHaveProperty('placesNotKnown');
  });

  test('what the definition does not ask is dropped, in items too', () => {
    const answers = {
      ...minimalAnswers,
      stray: 1,
      vehicles: [{ id: 'v', vehicleColour: 'white', stray: 2 }],
    };
    expect(pruneAnswers(version1, answers)).toEqual({
      ...minimalAnswers,
      vehicles: [{ id: 'v', vehicleColour: 'white' }],
    });
  });
});

test('saving the same item twice is one item, in its place', () => {
  const once = saveItem(saveItem({}, 'vehicles', { id: 'a', vehicleColour: 'white' }), 'vehicles', {
    id: 'b',
  });
  expect(saveItem(once, 'vehicles', { id: 'a', vehicleColour: 'red' })).toEqual({
    vehicles: [{ id: 'a', vehicleColour: 'red' }, { id: 'b' }],
  });
  expect(removeItem(removeItem(once, 'vehicles', 'a'), 'vehicles', 'a')).toEqual({ vehicles: [{ id: 'b' }] });
});
