import type { StatusEntry } from '#app/domain/plan/item-standing.server.ts';
import type { PlanItem } from '#app/domain/plan/plan-tree.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { ItemStatusTag } from './ItemStatusTag.tsx';

export type ItemStandingProps = {
  item: PlanItem;
  owner: string | null;
  reviewOn: Date | null;
  statuses: readonly StatusEntry[];
  /** Where it is changed; null for who may not. */
  statusHref: string | null;
  ownerHref: string | null;
};

/** How an item stands and who owns it. It is the portal's own; the plan's source says neither. */
export function ItemStanding({ item, owner, reviewOn, statuses, statusHref, ownerHref }: ItemStandingProps) {
  const [newest, ...earlier] = statuses;
  const change = (href: string | null, text: string) =>
    href ? [{ href, text: 'Change', visuallyHiddenText: text }] : [];
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Status',
            value: (
              <>
                <ItemStatusTag status={item.status} />
                {newest ? <Note entry={newest} /> : null}
              </>
            ),
            actions: change(statusHref, 'status'),
          },
          {
            key: 'Owner',
            value: owner ?? <span className="portal-secondary">Nobody is named</span>,
            actions: change(ownerHref, 'owner and review'),
          },
          {
            key: 'Next review',
            value: reviewOn ? (
              <DateTime at={reviewOn} dateOnly />
            ) : (
              <span className="portal-secondary">No day is set</span>
            ),
          },
        ]}
      />
      {earlier.length > 0 ? (
        <Details summary="Earlier statuses">
          <ol className="govuk-list govuk-list--spaced">
            {earlier.map((entry) => (
              <li key={entry.id}>
                <ItemStatusTag status={entry.status} />
                <Note entry={entry} />
              </li>
            ))}
          </ol>
        </Details>
      ) : null}
    </>
  );
}

function Note({ entry }: { entry: StatusEntry }) {
  return (
    <>
      <div className="portal-verbatim govuk-!-margin-top-2">{entry.note}</div>
      <span className="portal-secondary">
        {entry.by}, <DateTime at={entry.at} />
      </span>
    </>
  );
}
