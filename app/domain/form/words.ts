import type { FormDefinition, ListSection, Page, Precision, Question } from './definition.ts';

/**
 * Every partner-facing word of the form goes through a `Translate`: the key names the text, the second argument is the
 * text as agreed in English, `{{name}}` in it is replaced by a value. So a catalogue can translate the guidance, and a
 * pseudo-locale shows text that does not pass through here.
 */
export type Translate = (key: string, text: string, values?: Record<string, string | number>) => string;

/** The agreed English text, with its values filled in. */
export const asWritten: Translate = (_key, text, values) =>
  values === undefined
    ? text
    : text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
        Object.hasOwn(values, name) ? String(values[name]) : whole,
      );

/** Words that belong to no one question. */
const formWords = {
  'form.optional': '{{label}} (optional)',
  'form.writing': 'How to write it',
  'form.why': 'Why we ask',
  'form.whyTogether': 'Why we ask these questions',
  'form.notProvided': 'Not provided',
  'form.notAnsweredOne': '{{number}} question not answered',
  'form.notAnsweredOther': '{{number}} questions not answered',
  'form.change': 'Change',
  'form.remove': 'Remove',
  'form.select': 'Choose one',
  'form.boxes': '{{name}} {{number}}',
  'form.or': 'or',
  'form.and': 'and',
  'form.siteNotListed': 'A site that is no longer listed',
  'form.entry': '{{title}} {{number}}',
  'form.entryNamed': '{{title}} {{number}}: {{named}}',
  'form.help.signs': 'Signs of modern slavery (opens in new tab)',
  'form.help.examples': 'Examples of good and poor reports (opens in new tab)',
  'form.condition': '{{answers}} at “{{question}}”',
  'form.conditionNone': 'nothing under “{{list}}” has {{condition}}',
  'form.optionOnly': 'only with {{condition}}',
  'form.limit': 'You can enter up to {{max}} characters',
  'form.problem': 'There is a problem',
  'form.status.not_started': 'Not started',
  'form.status.in_progress': 'In progress',
  'form.status.completed': 'Completed',
  'form.status.optional': 'Optional',
  'form.status.cannot_start': 'Cannot start yet',
  'form.sealed': 'Kept in the sealed source record',
  'form.sealedHint':
    'Already kept in the sealed source record. Leave this blank to keep it, or enter it again to replace it',
  'form.date.exact': 'On a date I can give',
  'form.date.month': 'In a month I can give',
  'form.date.wholeYear': 'In a year I can give',
  'form.date.about': 'I only know about when',
  'form.date.aboutWhen': 'About when',
  'form.date.aboutHint': 'For example, about June 2015 or just before Christmas',
  'form.date.range': 'Between two dates',
  'form.date.ongoing': 'It is still going on',
  'form.date.since': 'Since when, if you know',
  'form.date.sinceInWords': 'It is still going on, since {{since}}',
  'form.date.unknown': 'Not known',
  'form.date.rangeInWords': '{{from}} to {{to}}',
  'form.date.day': 'Day',
  'form.date.monthPart': 'Month',
  'form.date.year': 'Year',
  'form.date.from': 'From',
  'form.date.to': 'To',
  'form.throughYou': 'For now the police can reach them only through you',
  'form.hintAndThroughYou': '{{hint}}. For now the police can reach them only through you',
  'form.onlyIf': 'Only if you choose “{{option}}”. What you enter here is not kept with another answer',
  'form.notAddedYet': '{{entry}}, not added yet',
  'form.error.tooLong': '{{name}} must be {{max}} characters or less',
  'form.error.notAsked':
    '{{name}} is not asked for after your other answers on this page. Delete it, or change one of them',
  'form.error.notAskedSealed':
    '{{name}} is not asked for after your other answers on this page, and is not kept. To give it, change them and type it again',
  'form.error.typeAgain':
    '{{name}} is not shown again, because this page came back. Type it again before you save',
  'form.error.option': 'Select one of the answers listed',
  'form.error.notFitting':
    '“{{option}}” does not fit your answer “{{answer}}” to “{{question}}”. Select another here, or change that answer first',
  'form.error.exclusive': 'Select "{{only}}" on its own, or only the other answers',
  'form.error.number': '{{name}} must be a whole number, like 12',
  'form.error.range': '{{name}} must be between {{min}} and {{max}}',
  'form.error.postcode': 'Enter a full postcode, or only the first part of it, like B11',
  'form.error.vrm':
    'Registration must only include letters and numbers, with ? for a character you do not know',
  'form.error.estimate': '{{name}} must be a number, like 8, about 8 or 8 to 10, or say “not known”',
  'form.error.email': 'Enter an email address in the correct format, like name@example.com',
  'form.error.datePart': '{{name}} must include a {{part}}',
  'form.error.realDate': '{{name}} must be a real date',
  'form.error.year': '{{name}} must include a year of 4 numbers',
  'form.error.future': '{{name}} must be today or in the past',
  'form.error.learnedTooEarly': 'You cannot have learned of it before it happened. Check both dates',
  'form.error.about': '{{name}} must say about when it was',
  'form.error.aboutTooLong': '{{name}} must be 100 characters or less',
  'form.error.order': '{{name}} must not end before it starts',
  'form.error.tooMany': 'You can add up to {{max}}. Put any more in what you know',
  'form.error.tooManyAnswers': 'You can give up to {{max}} answers here',
  'form.error.drops':
    'If you save this, what you answered elsewhere is deleted: {{answers}}. To delete it, press “Save and continue” again',
  'form.error.list': 'Add at least one, or say that you do not know',
} as const;
export type FormWord = keyof typeof formWords;

export function formWord(t: Translate, key: FormWord, values?: Record<string, string | number>): string {
  return t(key, formWords[key], values);
}

const precisionWords: Record<Precision, FormWord> = {
  exact: 'form.date.exact',
  about: 'form.date.about',
  month: 'form.date.month',
  year: 'form.date.wholeYear',
  range: 'form.date.range',
  ongoing: 'form.date.ongoing',
  unknown: 'form.date.unknown',
};

export function precisionLabel(t: Translate, precision: Precision): string {
  return formWord(t, precisionWords[precision]);
}

export type QuestionWords = {
  label: string;
  hint: string | undefined;
  why: string;
  name: string;
  missing: string;
  heading: string | undefined;
  guidance: string[];
  options: { value: string; label: string; hint: string | undefined }[];
  /** Headings of a long list of check boxes, with the values under each. */
  groups: { id: string; label: string; options: string[] }[];
};

/** One part of a question's words, for where the rest is not needed: a list of countries is long. */
export function questionWord(
  version: number,
  question: Question,
  part: 'label' | 'name' | 'missing',
  t: Translate,
): string {
  return t(`form.v${version}.${question.id}.${part}`, question[part]);
}

/**
 * The choice to be named, as every version has it. What is sealed can't be opened yet, and whoever chooses is told so
 * beside the choice: published versions do not change.
 */
const toBeNamed = 'named';

function hintOf(t: Translate, value: string, hint: string | undefined): string | undefined {
  if (value !== toBeNamed) return hint;
  return hint === undefined
    ? formWord(t, 'form.throughYou')
    : formWord(t, 'form.hintAndThroughYou', { hint });
}

/** The words of one question. Keys: `form.v<version>.<question id>.label`, `.hint`, `.why`, `.option.<value>` and so on. */
export function questionWords(version: number, question: Question, t: Translate): QuestionWords {
  const say = (part: string, text: string) => t(`form.v${version}.${question.id}.${part}`, text);
  const maybe = (part: string, text: string | undefined) =>
    text === undefined ? undefined : say(part, text);
  return {
    label: say('label', question.label),
    hint: maybe('hint', question.hint),
    why: say('why', question.why),
    name: say('name', question.name),
    missing: say('missing', question.missing),
    heading: maybe('heading', question.heading),
    guidance: (question.guidance ?? []).map((line, index) => say(`guidance.${index + 1}`, line)),
    options: !('options' in question)
      ? []
      : question.options.map(({ value, label, hint }) => ({
          value,
          label: say(`option.${value}`, label),
          hint: hintOf(t, value, maybe(`option.${value}Hint`, hint)),
        })),
    groups:
      question.kind === 'checkboxes' && question.groups !== undefined
        ? question.groups.map(({ id, label, options }) => ({ id, label: say(`group.${id}`, label), options }))
        : [],
  };
}

export function pageWords(
  version: number,
  page: Page,
  t: Translate,
): {
  title: string;
  guidance: string[];
  advice: { id: string; heading: string; lines: string[] }[];
} {
  const key = `form.v${version}.page.${page.id}`;
  return {
    title: t(`${key}.title`, page.title),
    guidance: (page.guidance ?? []).map((line, index) => t(`${key}.guidance.${index + 1}`, line)),
    advice: (page.advice ?? []).map(({ id, heading, lines }) => ({
      id,
      heading: t(`${key}.advice.${id}.heading`, heading),
      lines: lines.map((line, index) => t(`${key}.advice.${id}.${index + 1}`, line)),
    })),
  };
}

export function sectionTitle(version: number, section: { id: string; title: string }, t: Translate): string {
  return t(`form.v${version}.section.${section.id}.title`, section.title);
}

export function listWords(
  version: number,
  section: ListSection,
  t: Translate,
): {
  title: string;
  itemTitle: string;
  addTitle: string;
  guidance: string[];
  atLeastOne: string;
  same: string;
} {
  const key = `form.v${version}.section.${section.id}`;
  return {
    title: sectionTitle(version, section, t),
    itemTitle: t(`${key}.itemTitle`, section.itemTitle),
    addTitle: t(`${key}.addTitle`, section.addTitle),
    guidance: (section.guidance ?? []).map((line, index) => t(`${key}.guidance.${index + 1}`, line)),
    atLeastOne: t(`${key}.atLeastOne`, section.atLeastOne.missing),
    same: section.different === undefined ? '' : t(`${key}.same`, section.different.same),
  };
}

/**
 * Every key with its English text: what a catalogue of messages has to hold for this version.
 * @fortests it collects what pages ask for one by one
 */
export function messagesOf(definition: FormDefinition): Record<string, string> {
  const messages: Record<string, string> = { ...formWords };
  const collect: Translate = (key, text) => {
    messages[key] = text;
    return text;
  };
  collect(`form.v${definition.version}.title`, definition.title);
  for (const section of definition.sections) {
    if (section.kind === 'list') {
      listWords(definition.version, section, collect);
      for (const question of section.questions) questionWords(definition.version, question, collect);
      if (section.notKnown) questionWords(definition.version, section.notKnown, collect);
      continue;
    }
    sectionTitle(definition.version, section, collect);
    for (const page of section.pages) {
      pageWords(definition.version, page, collect);
      for (const question of page.questions) questionWords(definition.version, question, collect);
    }
  }
  return messages;
}
