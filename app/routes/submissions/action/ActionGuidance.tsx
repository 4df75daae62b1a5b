import type { PreparedAction } from '#app/domain/desks/prepare-action.server.ts';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';

/** What the officer has to know before they take an action. */
export function ActionGuidance({ guidance, warns }: Pick<PreparedAction, 'guidance' | 'warns'>) {
  if (guidance === null) return null;
  return warns === 'guidance' ? <WarningText>{guidance}</WarningText> : <InsetText>{guidance}</InsetText>;
}
