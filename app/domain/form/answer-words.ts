import { choices, isDateAnswer, type DateAnswer } from './answers.ts';
import type { Question } from './question.ts';
import { monthNames } from '../kernel/months.ts';
import { questionWords, type FormWords } from './words.ts';

/** A choice with its words that the definition does not hold: an entry of the report, a site. */
export type OfferedOption = { value: string; label: string };

/** "2016-01-12" → "12 January 2016", "2016-01" → "January 2016". */
export function dayInWords(iso: unknown): string {
  if (typeof iso !== 'string') return '';
  const [year = '', month = '', day] = iso.split('-');
  return [day === undefined ? '' : String(Number(day)), monthNames[Number(month) - 1] ?? month, year]
    .join(' ')
    .trim();
}

/** Stored answers are read back from JSON: what is no text is shown as nothing. */
const asText = (value: unknown) => (typeof value === 'string' ? value : '');

export function dateInWords(answer: DateAnswer, t: FormWords): string {
  switch (answer.precision) {
    case 'exact':
      return dayInWords(answer.date);
    case 'month':
      return dayInWords(answer.month);
    case 'year':
      return asText(answer.year);
    case 'ongoing': {
      const since = asText(answer.since);
      return since === '' ? t.date.precisions['ongoing'] : t.date.sinceInWords({ since });
    }
    case 'about':
      return asText(answer.words);
    case 'range':
      return t.date.rangeInWords({
        from: dayInWords(answer.from),
        to: dayInWords(answer.to),
      });
    default:
      return t.date.precisions[answer.precision];
  }
}

/**
 * An answer as people read it: one string for each line or choice; empty when nothing was answered, or when what it
 * names is gone. `offered` are the options that this question has from outside the definition.
 */
export function answerInWords(
  question: Question,
  value: unknown,
  t: FormWords,
  offered: readonly OfferedOption[] = [],
): string[] {
  const labelOf = (chosen: string) =>
    questionWords(question, t).options.find((option) => option.value === chosen)?.label ?? chosen;
  switch (question.kind) {
    case 'date':
      return isDateAnswer(value) ? [dateInWords(value, t)] : [];
    case 'radios':
    case 'select':
      return typeof value === 'string' ? [labelOf(value)] : [];
    case 'checkboxes':
    case 'texts':
    case 'selects':
      return choices({ [question.id]: value }, question.id).map(labelOf);
    case 'number':
      return typeof value === 'number' ? [String(value)] : [];
    case 'entry':
      return offered.flatMap((option) => (option.value === value ? [option.label] : []));
    case 'site':
      if (typeof value !== 'string') return [];
      return [offered.find((option) => option.value === value)?.label ?? t.siteNotListed];
    case 'text':
    case 'textarea':
      return typeof value === 'string' && value !== '' ? value.split('\n') : [];
  }
}
