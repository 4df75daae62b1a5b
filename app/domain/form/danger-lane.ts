import { answerOf, itemsOf, saveItem, type Answers } from './answers.ts';
import type { Checking } from './answer-schema.ts';
import { isListSection, sectionQuestions, type FormDefinition, type Question } from './definition.ts';
import type { Form } from './held-forms.ts';
import { askedElsewhere } from './opening.ts';
import { questionsAsked } from './page-as-asked.ts';
import { answeredValues, readQuestions, type Posted } from './read-posted.ts';
import { said } from './said.ts';
import { reportSaysDanger } from './says-danger.ts';
import { pruneAnswers } from './visible.ts';

/** Enough to write in, and on a phone the next question is near. */
const fewRows = 5;

/** A question as the lane asks it: with the condition of its page, and without what would make a short page long. */
function laneQuestion(definition: Form, id: string): Question[] {
  const question = askedElsewhere(definition, id)?.question;
  if (question === undefined) return [];
  const short =
    question.kind === 'textarea' ? { ...question, rows: Math.min(question.rows, fewRows) } : question;
  return [
    {
      ...short,
      guidance: undefined,
      helpPages: undefined,
      heading: undefined,
      required: id === definition.meanings.narrative,
    },
  ];
}

/** The list of which the lane makes one entry, with its questions there. */
function laneList(definition: FormDefinition) {
  const ids = definition.dangerLane?.questions ?? [];
  const section = definition.sections
    .filter(isListSection)
    .find(({ questions }) => questions.some(({ id }) => ids.includes(id)));
  return section && { section, ids: section.questions.map(({ id }) => id).filter((id) => ids.includes(id)) };
}

/** Whether a report that says this may be sent at once, by the questions of the lane alone. */
export const mayBeSentAtOnce = (definition: Form, answers: Answers): boolean =>
  definition.dangerLane !== undefined && reportSaysDanger(said(definition, answers));

/**
 * What is asked of whoever says that somebody is in danger, before the report is sent. Only what they know is needed: no
 * missing number, place or answer holds such a report back. An entry that is there already is not asked for again, nor,
 * after an opening that asks almost the same, what was answered there: but what they know can be changed.
 */
export function laneQuestions(definition: Form, answers: Answers): Question[] {
  const list = laneList(definition);
  const added = list !== undefined && itemsOf(answers, list.section.id).length > 0;
  const closed = added ? [...list.ids, list.section.notKnown?.id] : [];
  if (definition.opening)
    closed.push(
      ...definition.opening.questions.filter(
        (id) => id !== definition.meanings.narrative && answerOf(answers, id) !== undefined,
      ),
    );
  const ids = (definition.dangerLane?.questions ?? []).filter((id) => !closed.includes(id));
  return questionsAsked(
    ids.flatMap((id) => laneQuestion(definition, id)),
    answers,
  );
}

/** What its fields hold of answers that were given before. */
export const laneValues = (definition: Form, answers: Answers): Posted =>
  answeredValues(laneQuestions(definition, answers), answers);

/** The answers of a report that is sent at once: what was answered before, and what the lane posted; `entryId` is new. */
export function parseLane(
  definition: Form,
  posted: Posted,
  earlier: Answers,
  entryId: string,
  checking: Checking,
): { ok: true; answers: Answers } | { ok: false; errors: Record<string, string> } {
  const questions = laneQuestions(definition, earlier);
  const { answers, errors } = readQuestions(questions, posted, earlier, checking);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const list = laneList(definition);
  const inEntry = new Set(list?.ids);
  const asked = new Set(questions.map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(earlier).filter(([id]) => !asked.has(id)));
  const whole = {
    ...kept,
    ...Object.fromEntries(Object.entries(answers).filter(([id]) => !inEntry.has(id))),
  };
  const entry = Object.fromEntries(Object.entries(answers).filter(([id]) => inEntry.has(id)));
  if (list === undefined || Object.keys(entry).length === 0)
    return { ok: true, answers: pruneAnswers(definition, whole) };
  const withEntry = saveItem(whole, list.section.id, { ...entry, id: entryId });
  return { ok: true, answers: pruneAnswers(definition, withEntry) };
}

/** What is wrong with the lane of a version; nothing where it has none. */
export function laneFaults(definition: FormDefinition, meanings: Form['meanings']): string[] {
  const lane = definition.dangerLane;
  if (lane === undefined) return [];
  const sections = new Map(definition.sections.map((section) => [section.id, section]));
  const all = new Map(
    definition.sections.flatMap(sectionQuestions).map((question) => [question.id, question]),
  );
  const lists = definition.sections
    .filter(isListSection)
    .filter(({ questions }) => questions.some(({ id }) => lane.questions.includes(id)));
  const asks = (meant: string) =>
    Object.entries(meanings).some(
      ([meaning, id]) => meaning.startsWith(meant) && lane.questions.includes(id),
    );
  return [
    ...(asks('narrative') ? [] : ['the danger lane does not ask what the partner knows (narrative)']),
    ...(asks('place.') ? [] : ['the danger lane does not ask where it is (place)']),
    ...(asks('source.risk')
      ? []
      : ['the danger lane does not ask whether the source could be guessed (source.risk)']),
    ...lane.questions
      .filter((id) => !all.has(id))
      .map((id) => `the danger lane asks ${id}, which the form does not have`),
    ...lane.questions
      .filter((id) => all.get(id)?.dataClass === 'source_identity')
      .map((id) => `the danger lane asks ${id}: who the source is can wait`),
    ...(lists.length > 1 ? ['the danger lane makes entries of more than one list'] : []),
    ...lane.later.flatMap((id) => {
      const section = sections.get(id);
      if (section === undefined) return [`the danger lane leaves ${id} for later, which is no section`];
      // Without a sentence that declares, what stands there is the declaration.
      const closed = section.kind === 'pages' && section.atCheckAnswers && definition.declares === undefined;
      return closed ? [`the danger lane leaves ${id} for later, which is declared on sending`] : [];
    }),
    ...definition.sections
      .filter(
        (section) => section.kind === 'list' || !section.atCheckAnswers || definition.declares !== undefined,
      )
      .filter(({ id }) => !lane.later.includes(id) && !saidBefore(definition, meanings, id))
      .map(({ id }) => `nobody who used the danger lane is asked ${id} later`),
  ];
}

/** The section that asks about danger comes before the lane. */
function saidBefore(definition: FormDefinition, meanings: Form['meanings'], sectionId: string): boolean {
  const section = definition.sections.find(({ id }) => id === sectionId);
  return section !== undefined && sectionQuestions(section).some(({ id }) => id === meanings.danger);
}

/** The answers of a report with those that were added to it since, part by part. */
export function withAdded(answers: Answers, added: readonly Answers[]): Answers {
  return added.reduce<Answers>(
    (whole, part) => ({
      ...whole,
      ...Object.fromEntries(
        Object.entries(part).map(([id, value]) => {
          const before = answerOf(whole, id);
          const entries = itemsOf(part, id);
          return [
            id,
            entries.length > 0 && Array.isArray(before) ? [...itemsOf(whole, id), ...entries] : value,
          ];
        }),
      ),
    }),
    answers,
  );
}
