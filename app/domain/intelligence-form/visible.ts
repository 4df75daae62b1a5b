import { answerOf, holds, itemsOf, type Answers } from '#app/domain/intelligence-form/answers.ts';
import type {
  FormDefinition,
  ListSection,
  Page,
  PagesSection,
  Question,
  Section,
} from '#app/domain/intelligence-form/definition.ts';

export function visiblePages(section: PagesSection, answers: Answers): Page[] {
  return section.pages.filter((page) => holds(page.showWhen, answers));
}

export function isVisible(section: Section, answers: Answers): boolean {
  return section.kind === 'list' || visiblePages(section, answers).length > 0;
}

/** The sections of the task list: those with a page to show, the declaration left to check answers. */
export function taskSections(definition: FormDefinition, answers: Answers): Section[] {
  return definition.sections.filter(
    (section) => isVisible(section, answers) && !(section.kind === 'pages' && section.atCheckAnswers),
  );
}

/** The questions a person with these answers is asked. */
export function visibleQuestions(questions: Question[], answers: Answers): Question[] {
  return questions.filter((question) => holds(question.showWhen, answers));
}

function copyVisible(questions: Question[], from: Answers, to: Answers): void {
  for (const question of questions) {
    const value = answerOf(from, question.id);
    if (value !== undefined && holds(question.showWhen, to)) to[question.id] = value;
  }
}

function pruneList(section: ListSection, from: Answers, to: Answers): void {
  const items = itemsOf(from, section.id).map((item) => {
    const kept = { id: item.id };
    copyVisible(section.questions, item, kept);
    return kept;
  });
  if (items.length > 0) to[section.id] = items;
  // Somebody who said "not known" and then added a place does know one.
  else if (section.notKnown) copyVisible([section.notKnown], from, to);
}

/**
 * The answers without those on a branch that is no longer taken, and without anything the definition does not ask.
 * Walks in the order of the form, as a condition refers to what comes before it; doing it twice changes nothing.
 */
export function pruneAnswers(definition: FormDefinition, answers: Answers): Answers {
  const kept: Answers = {};
  for (const section of definition.sections) {
    if (section.kind === 'list') pruneList(section, answers, kept);
    else {
      for (const page of section.pages) {
        if (holds(page.showWhen, kept)) copyVisible(page.questions, answers, kept);
      }
    }
  }
  return kept;
}
