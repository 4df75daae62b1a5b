import type { OpenedSubmission } from '#app/domain/desks/open-submission.server.ts';
import { nextStep } from '#app/domain/triage/items/next-step.ts';
import { link } from '#app/http/link.ts';
import { carry } from '#app/http/list-address.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { useKeys } from '#app/ui/keyboard/use-keys.tsx';
import { Section } from '#app/ui/layout/PageParts.tsx';
import { workAtHand } from './work-at-hand.ts';
import { ItemCard } from './ItemCard.tsx';

type SubmissionItemsProps = { opened: Extract<OpenedSubmission, { view: 'whole' }>; from: string | null };

/** Where items are added, graded, sanitised and sent; each leads back to the list that the submission was opened from. */
export function itemHrefs(submissionId: string, from: string | null) {
  const on = (address: (itemId: string) => string) => (itemId: string) => carry(address(itemId), from);
  return {
    newItem: carry(link('submissions/item-new', { submissionId }), from),
    item: on((itemId: string) => link('items/item', { itemId })),
    history: on((itemId: string) => link('items/history', { itemId })),
    sanitise: on((itemId: string) => link('items/sanitise', { itemId })),
    approve: on((itemId: string) => link('items/approve', { itemId })),
    disseminate: on((itemId: string) => link('items/disseminate', { itemId })),
  };
}

/** The intelligence items of a submission, and adding one. */
export function SubmissionItems({ opened, from }: SubmissionItemsProps) {
  const { identity, items, itemActions } = opened;
  const hrefs = itemHrefs(identity.id, from);
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
        <ItemCard key={item.id} item={item} may={itemActions} hrefs={hrefs} />
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
