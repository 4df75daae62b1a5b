import { answerInWords } from '#app/domain/form/answer-words.ts';
import type { Page } from '#app/domain/form/definition.ts';
import { AskedTogether, FormPage } from '#app/ui/form/FormPage.tsx';
import type { FieldsProps } from '#app/ui/form/question-props.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { useMessages } from '#app/ui/messages.ts';

export type WishesProps = FieldsProps & {
  page: Page;
  usual: { values: FieldsProps['values']; own: boolean };
};

/**
 * What the form asks on the page of sending. What the reporter saw themselves goes with their usual wishes, which are shown
 * and can be changed; otherwise each is asked, and none is chosen for them.
 */
export function Wishes({ page, usual, ...props }: WishesProps) {
  const { check } = useMessages().reports;
  const shown = page.questions.flatMap((question) => {
    const words = answerInWords(question, usual.values[question.id], props.t, props.offered?.[question.id]);
    return words.length > 0 ? [{ key: props.t.asked(question.label), value: words.join(', ') }] : [];
  });
  const needed = page.questions.filter(
    ({ required, kind, showWhen }) => required && kind !== 'site' && !showWhen,
  );
  const settled = usual.own && needed.every(({ id }) => usual.values[id] !== undefined);
  if (!settled) return <FormPage page={page} {...props} />;
  return (
    <>
      <SummaryList rows={shown} />
      <Details
        summary={check.usualChange}
        open={page.questions.some(({ id }) => Object.hasOwn(props.errors, id))}
      >
        <AskedTogether {...props} questions={page.questions} />
      </Details>
    </>
  );
}
