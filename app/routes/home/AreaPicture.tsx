import type { ReactNode } from 'react';
import type { AreaHome } from '#app/domain/desks/area-home.server.ts';
import { compared } from '#app/domain/figures/compared.ts';
import { quarterWeeks } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { DangerLine, Figure, Part } from './Picture.tsx';

/** `waiting`: what waits for the reader, shown beside the first of their areas. */
type AreaPictureProps = { home: AreaHome; now: Date; waiting: ReactNode };

/** The first screen of whoever leads an area: that area alone. */
export function AreaPicture({ home, now, waiting }: AreaPictureProps) {
  const { areaId, name, queueCode, danger, received, came, answered, lists } = home;
  const list = (view: string) => link('queues/queue', { queueCode }, { view });
  const figures = link('reporting/own-area', { areaId });
  return (
    <section aria-labelledby={`area-${queueCode}`}>
      <h2 className="govuk-heading-s" id={`area-${queueCode}`}>
        {name}
      </h2>
      <div className="portal-lead__parts">
        <Part title="Danger" urgent={danger.unheld > 0}>
          <DangerLine danger={danger} now={now} openHref={list('urgent')} />
        </Part>
        <Part title="Reporting">
          <p className="portal-lead__first">
            <Figure href={figures}>
              {received.after} {received.after === 1 ? 'report' : 'reports'}
            </Figure>{' '}
            in the last {quarterWeeks} weeks, {compared(received.after, received.before)} in the{' '}
            {quarterWeeks} before ({received.before}).
          </p>
        </Part>
        <Part title="What came of it">
          <p className="portal-lead__first">
            Of these, <Figure href={`${figures}#outcomes`}>{came.crime} led to a crime</Figure>,{' '}
            {came.safeguarding} to safeguarding and {came.used} were used or passed on; {came.open} are open.
          </p>
        </Part>
        <Part title="How fast" urgent={lists.overdue > 0}>
          <p className="portal-lead__first">
            <Figure href={list('overdue')}>{lists.overdue} overdue now</Figure>.
          </p>
          <p>
            Of these reports{' '}
            <a className="govuk-link" href={`${figures}#clocks`}>
              {answered.inTime} were answered in time, {answered.late} late
            </a>
            .
          </p>
        </Part>
        <Part title="In the area’s lists">
          <p>
            <Figure href={list('open')}>{lists.open} open</Figure>, of which{' '}
            <a className="govuk-link" href={list('unassigned')}>
              {lists.unassigned} not claimed
            </a>{' '}
            and{' '}
            <a className="govuk-link" href={list('new-information')}>
              {lists['new-information']} with new information to read
            </a>
            .
          </p>
          <p>
            {lists['acknowledge-now'] === 0
              ? 'No item waits to be acknowledged that is High or late.'
              : `${lists['acknowledge-now']} items not acknowledged that are High or late.`}
          </p>
        </Part>
        {waiting === null ? null : <Part title="Decisions due">{waiting}</Part>}
      </div>
    </section>
  );
}
