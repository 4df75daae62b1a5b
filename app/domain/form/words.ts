import { counted } from '../kernel/counted.ts';
import type { ListSection, Page, Question } from './definition.ts';

/** What the form says to partners in English, besides what its definition holds. */
export const formWords = {
  /** A text of the definition in this language: as it was agreed. */
  asked: (text: string): string => text,
  optional: ({ label }: { label: string }) => `${label} (optional)`,
  writing: 'How to write it',
  why: 'Why we ask',
  whyTogether: 'Why we ask these questions',
  nothingAbout: 'You added nothing about:',
  notProvided: 'Not provided',
  notAnswered: ({ count }: { count: number }) =>
    counted(count, { one: `${count} question not answered`, other: `${count} questions not answered` }),
  change: 'Change',
  remove: 'Remove',
  select: 'Choose one',
  /** Said of a list that is found by typing. */
  noChoice: 'Nothing in the list fits',
  /** Of a list, what this organisation chooses most. */
  often: 'Chosen most often',
  others: 'All others',
  boxes: ({ name, number }: { name: string; number: number }) => `${name} ${number}`,
  or: 'or',
  and: 'and',
  siteNotListed: 'A site that is no longer listed',
  siteNotAccredited: ({ name }: { name: string }) => `${name} (not accredited now)`,
  entry: ({ title, number }: { title: string; number: number }) => `${title} ${number}`,
  entryNamed: ({ title, number, named }: { title: string; number: number; named: string }) =>
    `${title} ${number}: ${named}`,
  help: {
    signs: 'Signs of modern slavery (opens in new tab)',
    examples: 'Examples of good and poor reports (opens in new tab)',
  },
  condition: ({ answers, question }: { answers: string; question: string }) => `${answers} at “${question}”`,
  anyBut: ({ answers }: { answers: string }) => `any answer but ${answers}`,
  conditionNone: ({ list, condition }: { list: string; condition: string }) =>
    `nothing under “${list}” has ${condition}`,
  optionOnly: ({ condition }: { condition: string }) => `only with ${condition}`,
  limit: ({ max }: { max: string }) => `You can enter up to ${max} characters`,
  status: {
    not_started: 'Not started',
    in_progress: 'In progress',
    completed: 'Completed',
    optional: 'Optional',
    cannot_start: 'Cannot start yet',
  },
  sealed: 'Kept in the sealed source record',
  sealedHint:
    'Already kept in the sealed source record. Leave this blank to keep it, or enter it again to replace it',
  date: {
    precisions: {
      today: 'Today',
      yesterday: 'Yesterday',
      exact: 'On a date I can give',
      month: 'In a month I can give',
      year: 'In a year I can give',
      about: 'I only know about when',
      range: 'Between two dates',
      ongoing: 'It is still going on',
      unknown: 'Not known',
    },
    aboutWhen: 'About when',
    aboutHint: 'For example, about June 2015 or just before Christmas',
    since: 'Since when, if you know',
    sinceInWords: ({ since }: { since: string }) => `It is still going on, since ${since}`,
    rangeInWords: ({ from, to }: { from: string; to: string }) => `${from} to ${to}`,
    parts: {
      day: 'Day',
      month: 'Month',
      year: 'Year',
    },
    from: 'From',
    to: 'To',
  },
  onlyIf: ({ option }: { option: string }) =>
    `Only if you choose “${option}”. What you enter here is not kept with another answer`,
  onlyWith: ({ condition }: { condition: string }) => `Only after ${condition}`,
  notAddedYet: ({ entry }: { entry: string }) => `${entry}, not added yet`,
  error: {
    tooLong: ({ name, max }: { name: string; max: string }) => `${name} must be ${max} characters or less`,
    notAsked: ({ name }: { name: string }) =>
      `${name} is not asked for after your other answers on this page. Delete it, or change one of them`,
    notAskedSealed: ({ name }: { name: string }) =>
      `${name} is not asked for after your other answers on this page, and is not kept. To give it, change them and type it again`,
    typeAgain: ({ name }: { name: string }) =>
      `${name} is not shown again, because this page came back. Type it again before you save`,
    option: 'Select one of the answers listed',
    notFitting: ({ option, answer, question }: { option: string; answer: string; question: string }) =>
      `“${option}” does not fit your answer “${answer}” to “${question}”. Select another here, or change that answer first`,
    exclusive: ({ only }: { only: string }) => `Select "${only}" on its own, or only the other answers`,
    number: ({ name }: { name: string }) => `${name} must be a whole number, like 12`,
    range: ({ name, min, max }: { name: string; min: number; max: string }) =>
      `${name} must be between ${min} and ${max}`,
    postcode: 'Enter a full postcode, or only the first part of it, like B11',
    vrm: 'Registration must only include letters and numbers, with ? for a character you do not know',
    estimate: ({ name }: { name: string }) =>
      `${name} must be a number, like 8, about 8 or 8 to 10, or say “not known”`,
    email: 'Enter an email address in the correct format, like name@example.com',
    datePart: ({ name, part }: { name: string; part: string }) => `${name} must include a ${part}`,
    realDate: ({ name }: { name: string }) => `${name} must be a real date`,
    year: ({ name }: { name: string }) => `${name} must include a year of 4 numbers`,
    future: ({ name }: { name: string }) => `${name} must be today or in the past`,
    learnedTooEarly: 'You cannot have learned of it before it happened. Check both dates',
    about: ({ name }: { name: string }) => `${name} must say about when it was`,
    aboutTooLong: ({ name }: { name: string }) => `${name} must be 100 characters or less`,
    order: ({ name }: { name: string }) => `${name} must not end before it starts`,
    tooMany: ({ max }: { max: number }) => `You can add up to ${max}. Put any more in what you know`,
    tooManyAnswers: ({ max }: { max: number }) => `You can give up to ${max} answers here`,
    drops: ({ answers }: { answers: string }) =>
      `If you save this, what you answered elsewhere is deleted: ${answers}. To delete it, press “Save and continue” again`,
    list: 'Add at least one, or say that you do not know',
  },
  files: {
    section: 'Files',
    count: 'Number of files',
    title: ({ number }: { number: number }) => `File ${number}`,
    refused: {
      virus: 'Refused: it contains a virus',
      password: 'Refused: it is password protected',
      unscannable: 'Refused: it could not be checked for viruses',
      unreadable: 'Refused: the photo could not be opened',
    },
  },
};

/** The same in any language: what a rule or a part of a page that speaks of the form is given. */
export type FormWords = typeof formWords;

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

const askedIfAny = (t: FormWords, text: string | undefined) =>
  text === undefined ? undefined : t.asked(text);

/** The words of one question. */
export function questionWords(question: Question, t: FormWords): QuestionWords {
  return {
    label: t.asked(question.label),
    hint: askedIfAny(t, question.hint),
    why: t.asked(question.why),
    name: t.asked(question.name),
    missing: t.asked(question.missing),
    heading: askedIfAny(t, question.heading),
    guidance: (question.guidance ?? []).map((line) => t.asked(line)),
    options: !('options' in question)
      ? []
      : question.options.map(({ value, label, hint }) => ({
          value,
          label: t.asked(label),
          hint: askedIfAny(t, hint),
        })),
    groups:
      question.kind === 'checkboxes' && question.groups !== undefined
        ? question.groups.map(({ id, label, options }) => ({ id, label: t.asked(label), options }))
        : [],
  };
}

export function pageWords(
  page: Page,
  t: FormWords,
): {
  title: string;
  guidance: string[];
  advice: { id: string; heading: string; lines: string[] }[];
} {
  return {
    title: t.asked(page.title),
    guidance: (page.guidance ?? []).map((line) => t.asked(line)),
    advice: (page.advice ?? []).map(({ id, heading, lines }) => ({
      id,
      heading: t.asked(heading),
      lines: lines.map((line) => t.asked(line)),
    })),
  };
}

export function listWords(
  section: ListSection,
  t: FormWords,
): {
  title: string;
  itemTitle: string;
  addTitle: string;
  guidance: string[];
  atLeastOne: string;
  same: string;
  more: string;
} {
  return {
    title: t.asked(section.title),
    itemTitle: t.asked(section.itemTitle),
    addTitle: t.asked(section.addTitle),
    guidance: (section.guidance ?? []).map((line) => t.asked(line)),
    atLeastOne: t.asked(section.atLeastOne.missing),
    more: section.more === undefined ? '' : t.asked(section.more.title),
    same: section.different === undefined ? '' : t.asked(section.different.same),
  };
}
