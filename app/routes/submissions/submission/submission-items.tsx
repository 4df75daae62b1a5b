import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import { nextStep } from '#app/domain/triage/items/next-step.ts';
import { useLink } from '#app/http/use-link.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Section } from '#app/ui/layout/PageParts.tsx';
import { workAtHand } from './work-at-hand.ts';
import { ItemCard } from './ItemCard.tsx';

type SubmissionItemsProps = { opened: Extract<OpenedSubmission, { view: 'whole' }> };

/** Where items are added, graded, sanitised and sent. */
export function itemHrefs(link: ReturnType<typeof useLink>, submissionId: string) {
  return {
    newItem: link('submissions/item-new', { submissionId }),
    item: (itemId: string) => link('items/item', { itemId }),
    history: (itemId: string) => link('items/history', { itemId }),
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
  // Then it is the next step, beside the text.
  const nextIsToAdd = nextStep(workAtHand(opened, null))?.do === 'add_item';
  return (
    <Section id="items" title="Intelligence items">
      {items.length === 0 ? (
        <p className="govuk-body">
          {mayAdd
            ? 'None yet. Add one for each separate piece of intelligence, then grade it.'
            : 'None yet. Whoever claims the submission adds them.'}
        </p>
      ) : null}
      {items.map((item) => (
        <ItemCard key={item.id} item={item} hrefs={hrefs} />
      ))}
      {mayAdd && !nextIsToAdd ? (
        <ButtonLink href={hrefs.newItem} variant="secondary" {...add.attributes}>
          Add an item
          {add.hint}
        </ButtonLink>
      ) : null}
    </Section>
  );
}
