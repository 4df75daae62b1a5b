import { holds, type Answers } from '#app/domain/form/answers.ts';
import {
  sectionQuestions,
  type FormDefinition,
  type ListSection,
  type Page,
  type Precision,
  type Question,
  type QuestionOf,
} from '#app/domain/form/definition.ts';
import { fittingOptions } from '#app/domain/form/fitting-options.ts';
import { asksPrecision } from '#app/domain/form/read-date.ts';
import { exclusiveValues } from '#app/domain/form/question.ts';

/** One way through the form. What is not steered is answered by rule, each time differently. */
export type Way = {
  /** By question, the option that leads on. */
  options: Readonly<Record<string, string>>;
  /** By question, how exactly a date is known. */
  precisions: Readonly<Record<string, Precision>>;
  /** By list, how many entries are added. */
  entries: Readonly<Record<string, number>>;
  /** Every box is ticked, but for those that stand alone; or one that stands alone. */
  ticks: 'every' | 'alone';
};

/** What is done to a field: the name it has, and what is typed into it, ticked or chosen. */
export type Field = readonly [name: string, value: string];

export type Given = {
  question: Question;
  /** None for an entry or a site: that is chosen of what the page offers. */
  fields: readonly Field[];
  /** As people read it, one string for each line or choice. */
  words: readonly string[];
  /** As other systems read it. */
  exported: unknown;
};

export type GivenItem = { section: ListSection; number: number; given: Given[] };

const inFull = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const two = (value: number) => String(value).padStart(2, '0');

/** Answers one way through the form, question by question. No two texts, dates and numbers are the same. */
export class EveryAnswer {
  readonly #way: Way;
  readonly #said: Answers = {};
  #serial = 0;

  constructor(way: Way) {
    this.#way = way;
  }

  /** What is to be answered on a page, as far as the way has come; null where the page is not on it. */
  page(page: Page): Given[] | null {
    return holds(page.showWhen, this.#said) ? this.#answer(page.questions, this.#said, 0) : null;
  }

  /** That nothing of a list is known. */
  nothingOf(question: Question): Given[] {
    return this.#answer([question], this.#said, 0);
  }

  items(section: ListSection): GivenItem[] {
    const said: Answers[] = [];
    // Later pages ask by what the entries of a list say.
    this.#said[section.id] = said;
    return Array.from({ length: this.#way.entries[section.id] ?? 0 }, (_, index) => {
      const entry = { id: String(index + 1) };
      said.push(entry);
      return { section, number: index + 1, given: this.#answer(section.questions, entry, index + 1) };
    });
  }

  #answer(questions: readonly Question[], said: Answers, card: number): Given[] {
    return questions.flatMap((question) => {
      if (!holds(question.showWhen, said)) return [];
      const given = this.#give(question, card);
      said[question.id] = given.exported;
      return [given];
    });
  }

  #give(question: Question, card: number): Given {
    switch (question.kind) {
      case 'radios':
      case 'select': {
        const values = fittingOptions(question.options, this.#said).map(({ value }) => value);
        const steered = this.#way.options[question.id];
        const value = steered ?? values[(card + this.#next()) % values.length] ?? '';
        return { ...chosen(question, [value]), exported: value };
      }
      case 'checkboxes': {
        const alone = exclusiveValues(question);
        const together = question.options.map(({ value }) => value).filter((value) => !alone.includes(value));
        const every = this.#way.ticks === 'every' || alone.length === 0;
        return chosen(question, every ? together : alone.slice(-1));
      }
      case 'selects': {
        const from = this.#next();
        const { options, max } = question;
        const values = Array.from({ length: max }, (_, index) => options[(from + index) % options.length]);
        const picked = chosen(
          question,
          values.map((option) => option?.value ?? ''),
        );
        return { ...picked, fields: boxes(question, picked.exported) };
      }
      case 'texts': {
        const texts = Array.from({ length: question.max }, () => this.#text(question));
        const written = texts.map(({ stored }) => stored);
        return {
          question,
          fields: boxes(
            question,
            texts.map(({ typed }) => typed),
          ),
          words: written,
          exported: written,
        };
      }
      case 'text':
      case 'textarea': {
        const { typed, stored } = this.#text(question);
        const sealed = question.dataClass === 'source_identity';
        return {
          question,
          fields: [[question.id, typed]],
          words: sealed ? ['Kept in the sealed source record'] : stored.split('\n'),
          exported: sealed ? 'sealed' : stored,
        };
      }
      case 'number': {
        const value = question.min + ((this.#next() + 10) % (question.max - question.min));
        return { question, fields: [[question.id, String(value)]], words: [String(value)], exported: value };
      }
      case 'date':
        return this.#date(question);
      case 'entry':
      case 'site':
        return { question, fields: [], words: [], exported: null };
    }
  }

  #date(question: QuestionOf<'date'>): Given {
    const { id } = question;
    // What today is depends on when this runs: a day is given instead.
    const given = question.precisions.filter((each) => each !== 'today' && each !== 'yesterday');
    const precision = this.#way.precisions[id] ?? given[0] ?? 'exact';
    const day = this.#day();
    const parts = (prefix: string, at: Day): Field[] => [
      [`${prefix}-day`, String(at.day)],
      [`${prefix}-month`, String(at.month)],
      [`${prefix}-year`, String(at.year)],
    ];
    const told = (fields: Field[], words: string, exported: string): Given => ({
      question,
      fields: asksPrecision(question) ? [[id, precision], ...fields] : fields,
      words: [words],
      exported,
    });
    switch (precision) {
      // Each year has one form: a day is given, as what today is depends on when this runs.
      case 'today':
      case 'yesterday':
      case 'exact':
        return told(parts(id, day), inWords(day), iso(day));
      case 'month': {
        const prefix = question.partial ? id : `${id}-in`;
        const month: Field[] = [
          [`${prefix}-month`, String(day.month)],
          [`${prefix}-year`, String(day.year)],
        ];
        return told(month, inWords(day).replace(/^\d+ /, ''), iso(day).slice(0, 7));
      }
      case 'about': {
        const { stored } = this.#text(question);
        return told([[`${id}-about`, stored]], stored, stored);
      }
      case 'range': {
        const later = { ...this.#day(), year: day.year + 1 };
        return told(
          [...parts(`${id}-from`, day), ...parts(`${id}-to`, later)],
          `${inWords(day)} to ${inWords(later)}`,
          `${iso(day)}/${iso(later)}`,
        );
      }
      case 'year': {
        const year = String(day.year);
        return told([[`${id}-year`, year]], year, year);
      }
      case 'ongoing': {
        if (!question.since) return told([], 'It is still going on', precision);
        const { stored } = this.#text(question);
        return told(
          [[`${id}-since`, stored]],
          `It is still going on, since ${stored}`,
          `${precision} since ${stored}`,
        );
      }
      case 'unknown':
        return told([], 'Not known', precision);
    }
  }

  #day(): Day {
    const at = this.#next();
    return { day: (at % 28) + 1, month: (at % 12) + 1, year: 1980 + (at % 30) };
  }

  /** A text of its own, with letters that are not English, and as the portal keeps it. */
  #text(question: Question): { typed: string; stored: string } {
    const at = this.#next();
    const format = 'format' in question ? question.format : undefined;
    const same = (text: string) => ({ typed: text, stored: text });
    if (format === 'postcode') return { typed: `b11${at % 10}aa`, stored: `B11 ${at % 10}AA` };
    if (format === 'vrm') return { typed: `ab${two(at % 100)} x?z`, stored: `AB${two(at % 100)}X?Z` };
    if (format === 'phone') return same(`07700 900${String(at % 1000).padStart(3, '0')}`);
    if (format === 'email') return same(`name${at}@example.com`);
    if (format === 'estimate')
      return { typed: `About ${at} - ${at + 3}`, stored: `about ${at} to ${at + 3}` };
    return same(
      question.kind === 'textarea'
        ? `${question.id} ${at}: Żółć, “Ștefan”.\nThe second line of ${at}`
        : `${question.id} ${at} Żółć`,
    );
  }

  #next(): number {
    this.#serial += 1;
    return this.#serial;
  }
}

type Day = { day: number; month: number; year: number };
const iso = ({ day, month, year }: Day) => `${year}-${two(month)}-${two(day)}`;
const inWords = ({ day, month, year }: Day) => inFull.format(Date.UTC(year, month - 1, day));

type WithOptions = QuestionOf<'radios' | 'select' | 'checkboxes' | 'selects'>;

function chosen(question: WithOptions, values: readonly string[]): Given & { exported: readonly string[] } {
  return {
    question,
    fields: values.map((value) => [question.id, value]),
    words: values.map((value) => question.options.find((option) => option.value === value)?.label ?? value),
    exported: values,
  };
}

const boxes = (question: Question, values: readonly string[]): Field[] =>
  values.map((value, index) => [index === 0 ? question.id : `${question.id}-${index + 1}`, value]);

/** Every question of a definition that none of these answers, but for those that are left out with a reason. */
export function leftOut(definition: FormDefinition, answered: readonly Given[]): string[] {
  const ids = new Set(answered.map(({ question }) => question.id));
  return definition.sections.flatMap((section) =>
    sectionQuestions(section).flatMap(({ id }) => (ids.has(id) ? [] : [id])),
  );
}
