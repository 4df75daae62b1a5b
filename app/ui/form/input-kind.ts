import type { Question } from '#app/domain/form/question.ts';
import type { InputProps } from '#app/ui/govuk/Input.tsx';

const widths = { short: 10, medium: 20, full: undefined } as const;

/** How a one-line field looks and which keyboard it calls up. */
export function inputKind(question: Question): Pick<InputProps, 'inputMode' | 'type' | 'width'> {
  if (question.kind === 'number') return { inputMode: 'numeric', width: 5 };
  if (question.kind !== 'text' && question.kind !== 'texts') return {};
  const width = widths[question.width];
  if (question.format === 'email') return { type: 'email', width };
  return question.format === 'phone' ? { inputMode: 'tel', width } : { width };
}
