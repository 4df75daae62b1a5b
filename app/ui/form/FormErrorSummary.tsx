import { formWord, type Translate } from '#app/domain/form/words.ts';
import { ErrorSummary } from '#app/ui/govuk/ErrorSummary.tsx';

export type FormErrorSummaryProps = {
  errors: Readonly<Record<string, string>>;
  /** Field names in the order of the page, as `fieldNamesOf` gives them. */
  order: readonly string[];
  t: Translate;
};

/** Every error in the order of the page, each a link to its field. Nothing when there is none. */
export function FormErrorSummary({ errors, order, t }: FormErrorSummaryProps) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const sorted = entries.sort(([one], [other]) => place(one) - place(other));
  return (
    <ErrorSummary
      title={formWord(t, 'form.problem')}
      errors={sorted.map(([name, text]) => ({ text, href: `#${name}` }))}
    />
  );
}
