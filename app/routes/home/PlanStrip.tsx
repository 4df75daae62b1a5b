import { itemStatuses } from '#app/domain/plan/item-status.ts';
import { overviewFinding, type OverviewLine } from '#app/domain/plan/plan-overview.ts';
import { link } from '#app/http/link.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
import { classNames } from '#app/ui/govuk/class-names.ts';

const day = 24 * 60 * 60_000;

/** One row of a screen of 1280 pixels, however the plan stands. */
const mostAtOnce = 7;

type PlanStripProps = { lines: readonly OverviewLine[]; now: Date };

/**
 * The activities and actions that ask something of the lead: at risk, due for review or owned by nobody, in this order. All
 * of them are one press away.
 */
export function PlanStrip({ lines, now }: PlanStripProps) {
  if (lines.length === 0) return null;
  const unowned = lines.filter(({ owner }) => owner === null);
  const asking = new Set([
    ...lines.filter(({ status }) => status === 'at_risk'),
    ...lines.filter(({ review }) => review?.due),
    ...unowned,
  ]);
  return (
    <section aria-labelledby="plan-strip">
      <div className="portal-lead__finding">
        <h2 className="govuk-heading-s" id="plan-strip">
          The plan
        </h2>{' '}
        {overviewFinding(lines)}{' '}
        {unowned.length === 0 ? 'All have an owner.' : `${unowned.length} have no owner.`}
      </div>
      {asking.size === 0 ? null : <Strip lines={[...asking].slice(0, mostAtOnce)} now={now} />}
      <Details summary={`All ${lines.length} items`}>
        <p>Days are since the newest evidence that has a date.</p>
        <Strip lines={lines} now={now} />
      </Details>
    </section>
  );
}

/** How each stands, how old its last evidence is, whether nobody owns it. In words, not colours. */
function Strip({ lines, now }: PlanStripProps) {
  return (
    <ul className="portal-strip">
      {lines.map(({ code, status, owner, evidenceOn, review }) => (
        <li
          key={code}
          className={classNames(
            'portal-strip__item',
            status && `portal-strip__item--${status.replace('_', '-')}`,
          )}
        >
          <a className="govuk-link govuk-link--no-visited-state" href={link('plan/item', { code })}>
            {code}
          </a>
          {evidenceOn === null ? null : `, ${ageOf(evidenceOn, now)}`}
          <br />
          {status === null ? 'No status' : itemStatuses[status]}
          {owner === null ? ', no owner' : null}
          {review?.due ? ', review due' : null}
        </li>
      ))}
    </ul>
  );
}

function ageOf(evidenceOn: Date, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - evidenceOn.getTime()) / day));
  return days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'}`;
}
