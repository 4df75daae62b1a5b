import type { Gate } from '#app/domain/submission/closing-gates.ts';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';

/** Only while something is left that somebody else may go on with. */
export function HandedOn({ gates }: { gates: readonly Pick<Gate, 'met' | 'reason'>[] }) {
  if (!gates.some(({ reason, met }) => reason === 'handedOn' && !met)) return null;
  return (
    <Textarea
      name="handedOn"
      label="Who takes on what is not done yet, and why?"
      hint="Or settle first what the list marks as to do or hand on. Kept with the history; the partner does not see it."
      rows={2}
      autoComplete="off"
    />
  );
}
