import { conditionWords } from '#app/domain/form/condition-words.ts';
import { isListSection, questionsOf, type Page, type Section } from '#app/domain/form/definition.ts';
import type { FormInForce } from '#app/domain/form/form-in-force.server.ts';
import type { Form } from '#app/domain/form/held-forms.ts';
import type { Meaning } from '#app/domain/form/meanings.ts';
import { ownChoices } from '#app/domain/form/own-choice.ts';
import type { Condition, Question } from '#app/domain/form/question.ts';
import { listWords, pageWords, questionWords } from '#app/domain/form/words.ts';
import type { Words } from '#app/messages/words.ts';
import type { PrintedBlock } from '#app/platform/documents/printed-document.ts';
import { formatDate } from '#app/ui/format/date.ts';
import type { Printed } from './pdf-download.ts';

/** The sheets that are made of the form in force: for the pocket, for the person who speaks, and the whole of it. */
export const sheets = ['pocket', 'choice', 'form'] as const;
export type Sheet = (typeof sheets)[number];

/** `call`: whom to call in danger, in the force's words. */
export function printedSheet(sheet: Sheet, inForce: FormInForce, call: string, t: Words): Printed {
  const { definition, agreedOn } = inForce;
  const words = t.advice.sheets[sheet];
  return {
    title: words.title,
    marking: null,
    foot: t.advice.promptSheet.version({ version: definition.version, date: formatDate(agreedOn) }),
    pageOf: t.reports.printed.pageOf,
    unprinted: t.reports.printed.unprinted,
    blocks: [
      { kind: 'heading', level: 1, text: words.title },
      { kind: 'paragraph', text: words.lead },
      ...blocksOf[sheet](definition, call, t),
    ],
  };
}

const blocksOf: Record<Sheet, (form: Form, call: string, t: Words) => PrintedBlock[]> = {
  pocket,
  choice,
  form: whole,
};

const first: readonly Meaning[] = ['danger', 'child', 'narrative', 'date.happened'];
/** A card of the form begins with what matters most. */
const ofCard = 6;

function pocket(form: Form, call: string, t: Words): PrintedBlock[] {
  const { pocket: words } = t.advice.sheets;
  const ids = first.map((meaning) => form.meanings[meaning]);
  const lists = form.sections.filter(isListSection).filter(({ item }) => item !== 'link');
  return [
    { kind: 'paragraph', text: call },
    { kind: 'heading', level: 2, text: words.remember },
    {
      kind: 'bullets',
      items: questionsOf(form)
        .filter(({ id }) => ids.includes(id))
        .map(({ label }) => t.form.asked(label)),
    },
    {
      kind: 'summary',
      rows: lists.map((list) => ({
        key: t.form.asked(list.title),
        value: [
          list.questions
            .slice(0, ofCard)
            .map(({ label }) => t.form.asked(label))
            .join(' · '),
        ],
      })),
    },
    { kind: 'heading', level: 2, text: words.known },
    { kind: 'bullets', items: Object.values(t.advice.examples.rules.lines) },
    { kind: 'paragraph', text: words.source },
  ];
}

function choice(form: Form, call: string, t: Words): PrintedBlock[] {
  const { choice: words } = t.advice.sheets;
  return [
    { kind: 'heading', level: 2, text: words.name },
    { kind: 'bullets', items: Object.values(words.happens) },
    { kind: 'heading', level: 2, text: words.choose },
    ...ownChoices(form).flatMap((question) => [
      { kind: 'heading', level: 3, text: t.form.asked(question.label) } as const,
      ...ticks(question, t),
    ]),
    { kind: 'paragraph', text: words.change },
    { kind: 'paragraph', text: call },
  ];
}

function whole(form: Form, call: string, t: Words): PrintedBlock[] {
  return [
    { kind: 'paragraph', text: t.advice.promptSheet.skip },
    { kind: 'paragraph', text: t.advice.promptSheet.keep },
    { kind: 'paragraph', text: call },
    ...form.sections.flatMap((section) => sectionBlocks(form, section, t)),
  ];
}

function sectionBlocks(form: Form, section: Section, t: Words): PrintedBlock[] {
  const title = t.form.asked(section.title);
  const needed = section.optional ? title : `${title} (${t.advice.promptSheet.needed})`;
  const heading = { kind: 'heading', level: 2, text: needed } as const;
  if (isListSection(section)) {
    const questions = [...(section.notKnown ? [section.notKnown] : []), ...section.questions];
    return [
      heading,
      ...advice(listWords(section, t.form).guidance),
      { kind: 'paragraph', text: t.advice.promptSheet.repeat },
      ...questions.flatMap((question) => questionBlocks(form, question, t)),
    ];
  }
  return [heading, ...section.pages.flatMap((page) => pageBlocks(form, page, section.pages.length > 1, t))];
}

function pageBlocks(form: Form, page: Page, titled: boolean, t: Words): PrintedBlock[] {
  const { title, guidance } = pageWords(page, t.form);
  return [
    ...(titled ? [{ kind: 'heading', level: 3, text: title } as const] : []),
    ...onlyIf(form, page.showWhen, t),
    ...advice(guidance),
    ...page.questions.flatMap((question) => questionBlocks(form, question, t)),
  ];
}

function questionBlocks(form: Form, question: Question, t: Words): PrintedBlock[] {
  const { label, hint, why } = questionWords(question, t.form);
  const asked = question.required ? label : t.form.optional({ label });
  return [
    ...onlyIf(form, question.showWhen, t),
    { kind: 'heading', level: 3, text: asked },
    ...(hint === undefined ? [] : [{ kind: 'paragraph', text: hint } as const]),
    ...room(question, t),
    { kind: 'paragraph', text: `${t.form.why}: ${why}` },
  ];
}

const advice = (items: readonly string[]): PrintedBlock[] =>
  items.length === 0 ? [] : [{ kind: 'bullets', items }];

const onlyIf = (form: Form, condition: Condition | undefined, t: Words): PrintedBlock[] =>
  condition === undefined
    ? []
    : [
        {
          kind: 'paragraph',
          text: `${t.advice.promptSheet.only} ${conditionWords(form, condition, t.form)}`,
        },
      ];

/** Longer lists are not printed: a person writes the language down instead of finding it among sixty. */
const mostPrinted = 30;

/** Room for an answer; none for what is typed into the portal alone. */
function room(question: Question, t: Words): PrintedBlock[] {
  const notes = t.advice.promptSheet;
  if (question.dataClass === 'source_identity') return [{ kind: 'paragraph', text: notes.sealed }];
  if (!('options' in question))
    return [{ kind: 'lines', count: question.kind === 'textarea' ? question.rows : 1 }];
  if (question.options.length > mostPrinted)
    return [
      { kind: 'paragraph', text: question.kind === 'selects' ? notes.severalOfList : notes.list },
      { kind: 'lines', count: 1 },
    ];
  return ticks(question, t);
}

function ticks(question: Question, t: Words): PrintedBlock[] {
  if (!('options' in question)) return [];
  const items = question.options.map(({ label, hint }) =>
    hint === undefined ? t.form.asked(label) : `${t.form.asked(label)}: ${t.form.asked(hint)}`,
  );
  return [{ kind: 'ticks', items }];
}
