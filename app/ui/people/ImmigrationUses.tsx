import type { ImmigrationUses as Uses } from '#app/domain/people/organisations/immigration-uses.server.ts';
import { addMonths, monthName } from '#app/domain/kernel/months.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { useMessages } from '#app/ui/messages.ts';

/** How often something of the organisation's reports went to immigration enforcement, for its own members. */
export function ImmigrationUses({ uses }: { uses: readonly Uses[] }) {
  const { immigration } = useMessages().organisation;
  return (
    <>
      <h2 className="govuk-heading-m">{immigration.title}</h2>
      <p className="govuk-body">{immigration.text}</p>
      <Table
        caption={immigration.title}
        captionClassName="govuk-visually-hidden"
        firstCellIsHeader
        head={[{ content: immigration.quarter }, { content: immigration.times, numeric: true }]}
        rows={uses.map(({ firstMonth, count }) => [
          {
            content: immigration.months({
              first: monthName(firstMonth),
              last: monthName(addMonths(firstMonth, 2)),
            }),
          },
          { content: count, numeric: true },
        ])}
      />
      <Details summary={immigration.meaning}>
        <p className="govuk-body">{immigration.counted}</p>
        <p className="govuk-body">{immigration.notSaid}</p>
        <p className="govuk-body">{immigration.notCounted}</p>
      </Details>
    </>
  );
}
