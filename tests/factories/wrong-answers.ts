import type { Question } from '#app/domain/form/definition.ts';
import { boxesOf } from '#app/domain/form/read-date.ts';
import type { Fields } from './client.ts';

/** What a hurried person may type into each field of these questions and that none of them takes. One set after the other. */
export function wrongAnswers(questions: readonly Question[]): Fields[] {
  const rounds = [0, 1, 2, 3];
  return rounds.map(
    (round) => Object.assign({}, ...questions.map((question) => wrong(question, round))) as Fields,
  );
}

function wrong(question: Question, round: number): Fields {
  const { id } = question;
  switch (question.kind) {
    case 'radios':
    case 'select':
      return round === 0 ? {} : { [id]: 'no_such_answer' };
    case 'checkboxes':
      if (round === 0) return {};
      return { [id]: round === 1 ? ['no_such_answer'] : question.options.map(({ value }) => value) };
    case 'number':
      return { [id]: ['', 'many', '-1', '999999'][round] ?? '' };
    case 'date': {
      const precision = question.precisions[round % question.precisions.length] ?? 'exact';
      const parts = [
        ['31', '2', '2015'],
        ['', '', '15'],
        ['1', '1', '2999'],
        ['', '', ''],
      ][round];
      const boxes = boxesOf(id, precision).flatMap(({ prefix, parts: names }) =>
        names.map(
          (name) => [`${prefix}-${name}`, parts?.[['day', 'month', 'year'].indexOf(name)] ?? ''] as const,
        ),
      );
      return { [id]: precision, ...Object.fromEntries(boxes) };
    }
    default: {
      const maxLength = 'maxLength' in question ? question.maxLength : 200;
      return { [id]: ['', 'x'.repeat(maxLength + 1), '!?', 'a@b'][round] ?? '' };
    }
  }
}
