import type { OpenedPlan } from '#app/domain/plan/open-plan.server.ts';
import type { ChangedItem, ItemChange } from '#app/domain/plan/plan-changes.ts';
import { kindUnder } from '#app/domain/plan/written-item.ts';
import { shortText } from '#app/domain/kernel/short-text.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Tag, type TagColour } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';

const words: Readonly<Record<ItemChange, string>> = {
  carried: 'Carried over',
  changed: 'Changed',
  new: 'New',
  ended: 'Ended',
};
const colours: Readonly<Record<ItemChange, TagColour>> = {
  carried: 'grey',
  changed: 'blue',
  new: 'green',
  ended: 'orange',
};

/** `writes`: the draft, for who writes it. */
type PlanChangesProps = Pick<OpenedPlan, 'items' | 'before'> & { writes: Id<'Plan'> | null };

/** A plan item by item beside the plan before; for who writes it, with the ways to change each. */
export function PlanChanges({ items, before, writes: planId }: PlanChangesProps) {
  const mayWrite = planId !== null;
  const inPlan = itemsOf({ items });
  const ended = items.filter(({ change }) => change === 'ended');
  const ordered = inPlan
    .filter(({ parentId }) => parentId === null)
    .flatMap((top) => [top, ...inPlan.filter(({ parentId }) => parentId === top.id)]);
  return (
    <>
      {before === null ? null : <p className="govuk-body">{changesInWords(items, before)}</p>}
      {planId !== null ? (
        <p className="govuk-body">
          <AddLink planId={planId} kind="aim" /> <AddLink planId={planId} kind="theme" />
        </p>
      ) : null}
      <CardTable
        caption="Items of the plan, in its order"
        captionHidden
        close
        columns={columns(mayWrite)}
        rows={ordered.map((item) => row(item, planId !== null ? <Ways planId={planId} item={item} /> : null))}
      />
      {ended.length > 0 ? (
        <>
          <h3 className="govuk-heading-s">Ended with the plan before</h3>
          <CardTable
            caption="Items of the plan before that this one ends"
            captionHidden
            close
            columns={columns(mayWrite)}
            rows={ended.map((item) => row(item, mayWrite ? <CarryOver item={item} /> : null))}
          />
        </>
      ) : null}
    </>
  );
}

/** The items of the plan itself, without those that it ends. */
export const itemsOf = ({ items }: Pick<OpenedPlan, 'items'>): ChangedItem[] =>
  items.filter(({ change }) => change !== 'ended');

/** How many items are carried over, changed, new and ended, in a sentence. `before` is the title of the plan before. */
export function changesInWords(items: readonly ChangedItem[], before: string): string {
  const parts = (Object.keys(words) as ItemChange[])
    .map((change) => ({ change, count: items.filter((item) => item.change === change).length }))
    .filter(({ count }) => count > 0)
    .map(({ change, count }) => `${count} ${words[change].toLowerCase()}`);
  return `Compared with “${before}”: ${parts.join(', ')}.`;
}

const columns = (mayWrite: boolean) => [
  { header: 'Item', nowrap: true },
  { header: 'What it says', className: 'govuk-!-width-one-half' },
  { header: 'Compared' },
  ...(mayWrite ? [{ header: 'Change' }] : []),
];

const row = (item: ChangedItem, ways: React.ReactNode) => ({
  key: item.id,
  cells: [
    item.code,
    item.kind === 'theme' ? 'Theme' : shortText(item.text, 160),
    <Change key="change" item={item} />,
    ...(ways === null ? [] : [ways]),
  ],
});

function Change({ item: { change, parts, before } }: { item: ChangedItem }) {
  return (
    <>
      <Tag colour={colours[change]}>{words[change]}</Tag>
      {parts.length > 0 ? <div className="portal-secondary">In: {parts.join(', ')}</div> : null}
      {before === null ? null : <div className="portal-secondary">Was {before}</div>}
    </>
  );
}

function Ways({ planId, item }: { planId: Id<'Plan'>; item: ChangedItem }) {
  const params = { planId, planItemId: item.id };
  const under = kindUnder(item.kind);
  return (
    <>
      <a className="govuk-link" href={link('plans/item', params)}>
        Change<span className="govuk-visually-hidden"> {item.code}</span>
      </a>
      {' or '}
      <a className="govuk-link" href={link('plans/item-end', params)}>
        end<span className="govuk-visually-hidden"> {item.code}</span>
      </a>
      {under ? (
        <div>
          <AddLink planId={planId} kind={under} under={item} />
        </div>
      ) : null}
    </>
  );
}

function CarryOver({ item }: { item: ChangedItem }) {
  return (
    <Form>
      <HiddenField name="from" value={item.id} />
      <Button variant="secondary" preventDoubleClick className="govuk-!-margin-bottom-0 portal-nowrap">
        Carry over<span className="govuk-visually-hidden"> {item.code} after all</span>
      </Button>
    </Form>
  );
}

const addWords = {
  aim: 'Add an aim',
  theme: 'Add a theme',
  activity: 'Add an activity',
  action: 'Add an action',
};

type AddLinkProps = { planId: Id<'Plan'>; kind: keyof typeof addWords; under?: ChangedItem };

function AddLink({ planId, kind, under }: AddLinkProps) {
  return (
    <a
      className={under ? 'govuk-link' : 'govuk-link govuk-!-margin-right-4'}
      href={link('plans/item-new', { planId, kind }, { under: under?.id })}
    >
      {addWords[kind]}
      {under ? <span className="govuk-visually-hidden"> to {under.code}</span> : null}
    </a>
  );
}
