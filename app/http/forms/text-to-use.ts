import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { withText, type ReusableText } from '#app/domain/triage/partner-messages/reusable-text.ts';
import { postedContext } from '../server/context.ts';
import type { Again, FormArgs } from './form-action.ts';

/** The fields of a form to whose message a text can be added. */
export const textToUse = { reuse: shownAtTimes(), use: shownAtTimes() };

/** The form as it was typed, with the chosen text after what is in `field`. */
export function withTextUsed(
  again: Again,
  { context }: FormArgs,
  texts: readonly ReusableText[],
  { reuse, field }: { reuse: string; field: string },
) {
  const chosen = texts.find(({ textId }) => textId === reuse);
  const message = reuse === '' ? 'Select the text to use' : 'This text is not used any more. Select another';
  if (!chosen) return again([{ field: 'reuse', message }], {});
  const values = context.get(postedContext) ?? {};
  const typed = [values[field] ?? ''].flat()[0] ?? '';
  return again([], { values: { ...values, [field]: withText(typed, chosen.text), reuse: '' } }, 200);
}
