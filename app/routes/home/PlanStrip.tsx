import { itemStatuses } from '#app/domain/plan/item-status.ts';
import { overviewFinding, type OverviewLine } from '#app/domain/plan/plan-overview.ts';
import { link } from '#app/http/link.ts';
import { classNames } from '#app/ui/govuk/class-names.ts';

const day = 24 * 60 * 60_000;

type PlanStripProps = { lines: readonly OverviewLine[]; now: Date };

/** Every activity and action at a glance: how it stands, how old its last evidence is, whether nobody owns it. In words, not colours. */
export function PlanStrip({ lines, now }: PlanStripProps) {
  if (lines.length === 0) return null;
  const without = lines.filter(({ owner }) => owner === null).length;
  return (
    <section aria-labelledby="plan-strip">
      <div className="portal-lead__finding">
        <h2 className="govuk-heading-s" id="plan-strip">
          The plan
        </h2>{' '}
        {overviewFinding(lines)} {without === 0 ? 'All have an owner.' : `${without} have no owner.`} Days are
        since evidence.
      </div>
      <ul className="portal-strip">
        {lines.map(({ code, status, owner, evidenceOn }) => (
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
          </li>
        ))}
      </ul>
    </section>
  );
}

function ageOf(evidenceOn: Date, now: Date): string {
  const days = Math.max(0, Math.floor((now.getTime() - evidenceOn.getTime()) / day));
  return days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'}`;
}
