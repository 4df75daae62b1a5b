import type { Answers } from '#app/domain/form/answers.ts';
import type { Checking } from '#app/domain/form/answer-schema.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import { openedAt, sectionStatus, type SectionStatus, type Step } from '#app/domain/form/journey.ts';
import { taskSections } from '#app/domain/form/visible.ts';
import { type FormWords } from '#app/domain/form/words.ts';
import { TaskList, type TaskItem, type TaskStatus } from '#app/ui/govuk/TaskList.tsx';

export type FormTaskListProps = {
  definition: Form;
  answers: Answers;
  checking?: Checking;
  /** Sections in which something was typed that is not finished. */
  begun?: readonly string[];
  hrefOf: (step: Step) => string;
  /** Tasks that are no section of the form, at the end of the list. */
  more?: readonly TaskItem[];
  t: FormWords;
};

function taskStatus(status: SectionStatus, t: FormWords): TaskStatus {
  const text = t.status[status];
  if (status === 'cannot_start') return { text, cannotStartYet: true };
  if (status === 'completed' || status === 'optional') return { text };
  return { tag: { colour: 'blue', children: text } };
}

/** The sections of the form with where each stands. One that can't be started has no link. */
export function FormTaskList({
  definition,
  answers,
  checking = {},
  begun = [],
  hrefOf,
  more = [],
  t,
}: FormTaskListProps) {
  const items = taskSections(definition, answers).map((section) => {
    const isBegun = begun.includes(section.id);
    const status = isBegun ? 'in_progress' : sectionStatus(definition, answers, section, checking);
    const entry: Step =
      isBegun && section.kind === 'list'
        ? { kind: 'items', sectionId: section.id }
        : openedAt(definition, answers, section, checking);
    return {
      title: t.asked(section.title),
      href: status === 'cannot_start' ? undefined : hrefOf(entry),
      status: taskStatus(status, t),
    };
  });
  return <TaskList items={[...items, ...more]} />;
}
