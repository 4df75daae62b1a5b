import { isUnfinished } from '#app/domain/submission/item-actions.ts';
import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import { useLink } from '#app/http/use-link.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Section } from '#app/ui/layout/PageParts.tsx';
import { ItemCard } from './ItemCard.tsx';

type SubmissionItemsProps = { opened: Extract<OpenedSubmission, { view: 'whole' }> };

/** Where items are worked on beside the text, and what has gone out or waits for a second person on its own pages. */
export function itemHrefs(link: ReturnType<typeof useLink>, submissionId: string) {
  return {
    assess: (itemId: string) => `${link('submissions/submission', { submissionId }, { item: itemId })}#work`,
    item: (itemId: string) => link('items/item', { itemId }),
    history: (itemId: string) => link('items/history', { itemId }),
    report: (itemId: string) => link('intelligence-report/item', { itemId }),
    sanitise: (itemId: string) => link('items/sanitise', { itemId }),
    approve: (itemId: string) => link('items/approve', { itemId }),
    disseminate: (itemId: string) => link('items/disseminate', { itemId }),
    void: (itemId: string) => link('items/void', { itemId }),
  };
}

/** The intelligence items of a submission, and adding one. */
export function SubmissionItems({ opened }: SubmissionItemsProps) {
  const { identity, items, itemActions } = opened;
  const hrefs = itemHrefs(useLink(), identity.id);
  const mayAdd = itemActions.includes('grade');
  const add = useKeys()('addItem');
  return (
    <Section id="items" title="Intelligence items" short={items.length === 0}>
      {items.length === 0 ? (
        <p className="govuk-body">
          {mayAdd
            ? 'None yet: one for each separate piece of intelligence.'
            : 'None yet. Whoever claims the submission adds them.'}
        </p>
      ) : null}
      {items.map((item) => (
        <ItemCard key={item.id} item={item} hrefs={hrefs} beside={mayAdd && isUnfinished(item)} />
      ))}
      {mayAdd && items.length > 0 ? (
        <ButtonLink href={hrefs.assess('new')} variant="secondary" {...add.attributes}>
          Work on a further item
          {add.hint}
        </ButtonLink>
      ) : null}
    </Section>
  );
}
