import type { PlanItem } from '#app/domain/plan/plan-tree.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryCard } from '#app/ui/govuk/SummaryCard.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ItemStatusTag } from './ItemStatusTag.tsx';
import { PlanText } from './PlanText.tsx';
import { planItemRows, type PlanWords } from './plan-item-rows.tsx';

/** The anchor of an item on the page of the whole plan. */
export const planAnchor = (code: string): string =>
  code
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');

/** An aim with its activities, or a theme with its actions. */
export function PlanSection({ item, words }: { item: PlanItem; words: PlanWords }) {
  const rows = item.kind === 'aim' ? planItemRows(item, words) : [];
  return (
    <section aria-labelledby={planAnchor(item.code)}>
      <h3 className="govuk-heading-s" id={planAnchor(item.code)}>
        <a className="govuk-link" href={words.hrefOf(item.code)}>
          {item.code}
        </a>
      </h3>
      {item.kind === 'aim' ? (
        <p className="govuk-body">
          <PlanText item={item} />
        </p>
      ) : null}
      {item.status ? (
        <p className="govuk-body">
          <ItemStatusTag status={item.status} />
        </p>
      ) : null}
      {rows.length > 0 ? <SummaryList rows={rows} /> : null}
      <Evidence item={item} of={item.code} />
      {item.children.map((child) =>
        child.kind === 'gap' ? (
          <PlanGap key={child.code} item={child} words={words} />
        ) : (
          <PlanItemCard key={child.code} item={child} words={words} />
        ),
      )}
      {item.kind === 'theme' && item.note ? <p className="govuk-body portal-secondary">{item.note}</p> : null}
    </section>
  );
}

/** One word for the log of evidence; what the source calls it stands beside it. */
export const evidenceWords = ({ kind }: Pick<PlanItem, 'kind'>): string =>
  kind === 'action' ? 'Evidence (“Commentary” in the plan)' : 'Evidence';

/** Where the numbers of the source jump: a gap stays a gap, with what is known of it. */
export function PlanGap({ item, words }: { item: PlanItem; words: PlanWords }) {
  const rows = planItemRows(item, words);
  return (
    <InsetText>
      <p className="govuk-body">
        <strong>
          Gap in the plan:{' '}
          <a className="govuk-link" href={words.hrefOf(item.code)}>
            {item.code}
          </a>
        </strong>
      </p>
      <p className="govuk-body">{item.text}</p>
      {rows.length > 0 ? <SummaryList rows={rows} noBorder /> : null}
    </InsetText>
  );
}

function PlanItemCard({ item, words }: { item: PlanItem; words: PlanWords }) {
  return (
    <SummaryCard
      title={
        <a className="govuk-link" href={words.hrefOf(item.code)}>
          {item.code}
        </a>
      }
      titleInWords={item.code}
      headingLevel={4}
      rows={[
        { key: item.kind === 'action' ? 'What' : 'Activity', value: <PlanText item={item} /> },
        { key: 'Status', value: <ItemStatusTag status={item.status} /> },
        ...planItemRows(item, words),
        {
          key: evidenceWords(item),
          value: <Evidence item={item} of={item.code} empty="None in the plan" />,
        },
      ]}
    />
  );
}

function Evidence({ item, of, empty = null }: { item: PlanItem; of: string; empty?: string | null }) {
  const { length } = item.evidence;
  if (length === 0) return empty;
  const summary = (
    <>
      {length} {length === 1 ? 'entry' : 'entries'}
      <span className="govuk-visually-hidden"> for {of}</span>
    </>
  );
  return (
    <Details summary={summary} className="govuk-!-margin-bottom-0">
      <EvidenceList entries={item.evidence} />
    </Details>
  );
}
