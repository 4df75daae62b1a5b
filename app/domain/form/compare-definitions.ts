import { sectionQuestions, type FormDefinition, type Question, type QuestionOf } from './definition.ts';

import { conditionWords } from './condition-words.ts';
import { asWritten } from './words.ts';

/** One question as it stands in a version, in words for whoever compares two. `part` names what a line is about. */
export type QuestionLine = { part: string; text: string };

export type QuestionChange = {
  questionId: string;
  change: 'added' | 'removed' | 'changed';
  /** Null where the version does not ask it. Of a changed question only the parts that differ. */
  from: QuestionLine[] | null;
  to: QuestionLine[] | null;
};

export type Comparison = { changes: QuestionChange[]; unchanged: number };

const kinds: Record<Question['kind'], string> = {
  radios: 'one of a few',
  select: 'one of a list',
  checkboxes: 'any of these',
  text: 'one line of text',
  textarea: 'several lines of text',
  date: 'a date',
  number: 'a whole number',
  texts: 'several short texts',
  selects: 'several of a list',
  entry: 'one of the entries added',
  site: 'one of the organisation’s sites',
};

/** The most options that are written out: a list of countries is only counted. */
const mostOptions = 40;

function optionLines(definition: FormDefinition, question: Question): QuestionLine[] {
  if (!('options' in question)) return [];
  const { options } = question;
  if (options.length > mostOptions) return [{ part: 'Options', text: `${options.length} options` }];
  return options.map(({ label, hint, showWhen }) => {
    const offered = showWhen && `offered when ${conditionWords(definition, showWhen, asWritten)}`;
    const more = [hint, offered].filter((part) => part !== undefined).join('; ');
    return { part: 'Option', text: more === '' ? label : `${label} (${more})` };
  });
}

function precisionWords({ precisions, partial, since }: QuestionOf<'date'>): string {
  const more = [
    ...(partial ? ['in one set of boxes'] : []),
    ...(since ? ['asked since when it is going on'] : []),
  ];
  return [precisions.join(', '), ...more].join('; ');
}

function questionLines(definition: FormDefinition, question: Question, where: string): QuestionLine[] {
  const line = (part: string, text: string | undefined) => (text === undefined ? [] : [{ part, text }]);
  return [
    ...line('Question', question.label),
    ...line('Place', where),
    ...line('Answer', `${kinds[question.kind]}, ${question.required ? 'must' : 'may'} be answered`),
    ...line('Hint', question.hint),
    ...(question.guidance ?? []).flatMap((text) => line('Advice', text)),
    ...line('Why we ask', question.why),
    ...line('Asked when', question.showWhen && conditionWords(definition, question.showWhen, asWritten)),
    ...('maxLength' in question ? line('Longest answer', `${question.maxLength} characters`) : []),
    ...(question.kind === 'date' ? line('Precision', precisionWords(question)) : []),
    ...('format' in question ? line('Format', question.format) : []),
    ...line('Data class', question.dataClass.replace('_', ' ')),
    ...line('Read by', question.readableBy.join(', ').replaceAll('_', ' ')),
    ...optionLines(definition, question),
  ];
}

function linesById(definition: FormDefinition): Map<string, QuestionLine[]> {
  return new Map(
    definition.sections.flatMap((section) => {
      const pageOf = (question: Question) =>
        section.kind === 'pages' && section.pages.length > 1
          ? section.pages.find((page) => page.questions.includes(question))?.title
          : undefined;
      return sectionQuestions(section).map((question): [string, QuestionLine[]] => {
        const page = pageOf(question);
        return [
          question.id,
          questionLines(
            definition,
            question,
            page === undefined ? section.title : `${section.title}: ${page}`,
          ),
        ];
      });
    }),
  );
}

const key = ({ part, text }: QuestionLine) => `${part}: ${text}`;

function withoutCommon(lines: QuestionLine[], others: QuestionLine[]): QuestionLine[] {
  const shared = new Set(others.map(key));
  return lines.filter((line) => !shared.has(key(line)));
}

/**
 * What the second version adds to, takes from and changes in the first, question by question in the order of the second,
 * removed ones last. It compares what is asked; order within a page does not count as a change.
 */
export function compareDefinitions(from: FormDefinition, to: FormDefinition): Comparison {
  const before = linesById(from);
  const after = linesById(to);
  const changes: QuestionChange[] = [];
  for (const [questionId, lines] of after) {
    const earlier = before.get(questionId);
    if (earlier === undefined) {
      changes.push({ questionId, change: 'added', from: null, to: lines });
      continue;
    }
    const gone = withoutCommon(earlier, lines);
    const come = withoutCommon(lines, earlier);
    if (gone.length + come.length > 0) changes.push({ questionId, change: 'changed', from: gone, to: come });
  }
  for (const [questionId, lines] of before) {
    if (!after.has(questionId)) changes.push({ questionId, change: 'removed', from: lines, to: null });
  }
  const unchanged = [...after.keys()].filter(
    (id) => !changes.some((change) => change.questionId === id),
  ).length;
  return { changes, unchanged };
}
