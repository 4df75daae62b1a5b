import { z } from 'zod';
import { boxes, shownAtTimes } from '../../kernel/fields.ts';
import { blankDate, isBlankDate } from '../../kernel/written-date.ts';
import {
  blankRecord,
  dayProblem,
  readRecord,
  type ItemOf,
  type RecordFields,
  type WrittenRecord,
} from './record-input.ts';
import { firstStatus, isResultKind, resultKinds, type ResultKind } from './record-kinds.ts';

/** What came of a report, as it is said beside something else: an answer, the result of a task, how a report ends. */
export const resultFields = {
  results: z.array(z.string()),
  resultsOn: boxes().default(blankDate),
  arrests: shownAtTimes(),
  safeguarded: shownAtTimes(),
  referralReference: shownAtTimes(),
  dutyReference: shownAtTimes(),
  crimeReference: shownAtTimes(),
};
const resultForm = z.object(resultFields);
export type WrittenResults = z.output<typeof resultForm>;

/** The field that holds the number or the reference of a result that has one. */
export const detailOf = {
  arrests: { field: 'arrests', of: 'people' },
  safeguarded: { field: 'safeguarded', of: 'people' },
  nrm: { field: 'referralReference', of: 'reference' },
  duty_to_notify: { field: 'dutyReference', of: 'reference' },
  crime: { field: 'crimeReference', of: 'reference' },
} as const satisfies Partial<Record<ResultKind, { field: keyof WrittenResults; of: 'people' | 'reference' }>>;
const isDetailed = (kind: ResultKind): kind is keyof typeof detailOf => Object.hasOwn(detailOf, kind);

export type Result = RecordFields & { kind: ResultKind };

/** The results as records, by the rules of each kind; none where nothing is said. Problems by the field of this form. */
export function readResults(
  written: WrittenResults,
  today: string,
  item: ItemOf | null,
): { results: Result[]; problems: Record<string, string> } {
  const chosen = resultKinds.filter((kind) => written.results.includes(kind));
  const problems: Record<string, string> = {};
  const said = Object.values(detailOf).some(({ field }) => written[field].trim() !== '');
  if (chosen.length === 0)
    return {
      results: [],
      problems: said || !isBlankDate(written.resultsOn) ? { results: 'Select what came of it' } : {},
    };
  if (!written.results.every(isResultKind)) problems['results'] = 'Select what came of it';
  // One day for all of them, asked for once.
  const noDay = dayProblem('Date on which it came about', written.resultsOn, today);
  if (noDay) problems['resultsOn'] = noDay;
  const results = chosen.flatMap((kind): Result[] => {
    const detail = isDetailed(kind) ? detailOf[kind] : null;
    const record: WrittenRecord = {
      ...blankRecord,
      status: firstStatus(kind) ?? '',
      datedOn: written.resultsOn,
      item: item?.id ?? '',
      ...(detail ? { [detail.of]: written[detail.field] } : {}),
    };
    const read = readRecord(kind, record, { today, items: item ? [item] : [] });
    if (read.fields) return [{ ...read.fields, kind }];
    const problem = detail && read.problems[detail.of];
    if (problem) problems[detail.field] = problem;
    return [];
  });
  return { results, problems };
}
