import type { ReactNode } from 'react';
import type { LeadHome } from '#app/domain/desks/lead-home.server.ts';
import { compared } from '#app/domain/figures/compared.ts';
import type { Pace } from '#app/domain/figures/course.server.ts';
import type { MeasureCode } from '#app/domain/figures/measures.server.ts';
import { quarterWeeks, type Period } from '#app/domain/figures/period.ts';
import { link } from '#app/http/link.ts';
import { formatDate } from '#app/ui/format/date.ts';
import { formatHours } from '#app/ui/format/duration.ts';
import { PlanStrip } from './PlanStrip.tsx';
import { DangerLine, Figure, Part } from './Picture.tsx';

/** Silent partners that are named at once; the others are one press away. */
const named = 3;

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`;

type LeadPictureProps = { home: LeadHome; now: Date; waiting: ReactNode };

/** The MDS lead's first screen: each part is a question, and each number leads to what it counts. */
export function LeadPicture({ home, now, waiting }: LeadPictureProps) {
  const { danger, weeks: figures, silent, plan } = home;
  const { recent, earlier, received, came, yearBefore, pace } = figures;
  const measure = (code: MeasureCode, { first: from, last: to }: Period = recent) =>
    link('reporting/measure', { code }, { from, to });
  const course = link('reporting/course', {}, { from: recent.first, to: recent.last });
  return (
    <>
      <div className="portal-lead__parts">
        <Part title="Danger" urgent={danger.unheld > 0 || danger.overdue > 0}>
          <DangerLine danger={danger} now={now} openHref={link('high')} />
          {danger.overdue > 0 ? (
            <p>
              <Figure href={link('high')}>{danger.overdue} past the time</Figure> in which somebody had to
              look.
            </p>
          ) : null}
        </Part>
        <Part title="Reporting">
          <p className="portal-lead__first">
            <Figure href={measure('received')}>{received.after} reports</Figure> in the last {quarterWeeks}{' '}
            weeks, {compared(received.after, received.before)} in the {quarterWeeks} before (
            <a className="govuk-link" href={measure('received', earlier)}>
              {received.before}
            </a>
            ).
          </p>
          <p>
            {yearBefore === null
              ? 'Of the same weeks a year before there is no data. '
              : `In the same weeks a year before: ${yearBefore}. `}
            <a className="govuk-link" href={link('reporting/volumes')}>
              By month, area and plan
            </a>
          </p>
        </Part>
        <Part title="What came of it">
          <p className="portal-lead__first">
            <Figure href={measure('any-result')}>{came['any-result'].after}</Figure> of these {received.after}{' '}
            had a result so far; of the {received.before} before{' '}
            <a className="govuk-link" href={measure('any-result', earlier)}>
              {came['any-result'].before}
            </a>
            .
          </p>
          <p>
            <a className="govuk-link" href={measure('arrests')}>
              {people(came.arrests.people ?? 0)} arrested
            </a>
            ,{' '}
            <a className="govuk-link" href={measure('safeguarded')}>
              {people(came.safeguarded.people ?? 0)} safeguarded
            </a>
            ,{' '}
            <a className="govuk-link" href={measure('crime')}>
              {came.crime.after} with a crime
            </a>
            ,{' '}
            <a className="govuk-link" href={measure('referral')}>
              {came.referral.after} referred
            </a>
            .
          </p>
        </Part>
        <Part title="How fast" urgent={pace.seen.late > 0}>
          {(['seen', 'answered'] as const).map((step) => (
            <PaceLine key={step} step={step} pace={pace[step]} hrefOf={measure} />
          ))}
        </Part>
        <Part title="Who fell silent">
          {silent.length === 0 ? (
            <p>Every active partner that ever reported did so in the last six weeks.</p>
          ) : (
            <>
              <ul>
                {silent.slice(0, named).map(({ name, last }) => (
                  <li key={name}>
                    <strong>{name}</strong>, since {formatDate(last)}
                  </li>
                ))}
              </ul>
              <p>
                <a className="govuk-link" href={`${course}#silent`}>
                  {silent.length === 1 ? 'What silent means' : `All ${silent.length} silent partners`}
                </a>
              </p>
            </>
          )}
        </Part>
        <Part title="Decisions due">{waiting}</Part>
      </div>
      <PlanStrip lines={plan} now={now} />
    </>
  );
}

const stepWords: Record<PaceLineProps['step'], string> = {
  seen: 'First seen',
  answered: 'Answered',
};

type PaceLineProps = {
  step: 'seen' | 'answered';
  pace: Pace;
  hrefOf: (code: MeasureCode) => string;
};

function PaceLine({
  step,
  pace: { halfWithin, open, late, lateMeasure, openMeasure },
  hrefOf,
}: PaceLineProps) {
  return (
    <p>
      {stepWords[step]}: {halfWithin === null ? 'half are not yet' : `half within ${formatHours(halfWithin)}`}
      ; <Figure href={hrefOf(lateMeasure)}>{late} late</Figure>,{' '}
      <a className="govuk-link" href={hrefOf(openMeasure)}>
        {open} waiting
      </a>
      .
    </p>
  );
}
