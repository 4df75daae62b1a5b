import { overviewFinding, type OverviewLine } from '#app/domain/plan/plan-overview.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { Table } from '#app/ui/govuk/Table.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { ScrollRegion } from '#app/ui/layout/ScrollRegion.tsx';
import { FigureName } from '#app/ui/reporting/FigureName.tsx';
import { ItemStatusTag } from './ItemStatusTag.tsx';

export type PlanOverviewProps = { lines: readonly OverviewLine[]; hrefOf: (code: string) => string };

/** How the whole plan stands, before its text: it is the portal's own, the plan's source says nothing of it. */
export function PlanOverview({ lines, hrefOf }: PlanOverviewProps) {
  const tasks = lines.some(({ openTasks }) => openTasks !== null);
  const reviews = lines.some(({ review }) => review !== null);
  return (
    <section aria-labelledby="overview">
      <h2 className="govuk-heading-m" id="overview">
        How the plan stands
      </h2>
      <p className="govuk-body">{overviewFinding(lines)}</p>
      <ScrollRegion label="Activities and actions with their status and owner">
        <Table
          caption="Activities and actions with their status and owner"
          captionClassName="govuk-visually-hidden"
          className="portal-figures portal-figures--named"
          firstCellIsHeader
          head={[
            { content: 'Item' },
            { content: 'Status' },
            { content: 'Owner' },
            ...(reviews ? [{ content: 'Next review' }] : []),
            ...(tasks ? [{ content: 'Open tasks', numeric: true }] : []),
          ]}
          rows={lines.map(({ code, text, status, owner, review, openTasks }) => [
            { content: <FigureName names={[{ label: code, href: hrefOf(code) }]} detail={text} /> },
            { content: <ItemStatusTag status={status} /> },
            { content: owner ?? <span className="portal-secondary">Nobody</span> },
            ...(reviews ? [{ content: review ? <Review review={review} /> : null }] : []),
            ...(tasks ? [{ content: openTasks, numeric: true }] : []),
          ])}
        />
      </ScrollRegion>
    </section>
  );
}

function Review({ review: { on, due } }: { review: NonNullable<OverviewLine['review']> }) {
  return (
    <>
      <DateTime at={on} dateOnly short />
      {due ? (
        <>
          {' '}
          <Tag colour="orange">Due</Tag>
        </>
      ) : null}
    </>
  );
}
