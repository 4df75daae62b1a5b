import { dutyRoster, rosterDays } from '#app/domain/people/duty/duty-roster.server.ts';
import { positions } from '#app/domain/people/duty/positions.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { DutyTimes } from './DutyTimes.tsx';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import type { Route } from './+types/roster.ts';

export const handle = { access: 'roster.edit' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return {
    roster: await dutyRoster(ctxOf(args)),
    days: rosterDays,
  };
}

export default function Roster({ loaderData: { roster, days } }: Route.ComponentProps) {
  return (
    <Page title="Duty roster">
      <PageHeading>Duty roster</PageHeading>
      <p className="govuk-body">
        Who is told of a High submission that nobody has claimed, step by step. Times are local. The next{' '}
        {days} days are shown.
      </p>
      <div className="govuk-button-group">
        {roster.mayEdit ? <ButtonLink href={link('duty/new')}>Put somebody on duty</ButtonLink> : null}
        <ButtonLink href={link('duty/absence-new')} variant="secondary">
          {roster.mayEdit ? 'Record an absence' : 'Say when you are away'}
        </ButtonLink>
        <a className="govuk-link" href={link('queues/away')}>
          What is held by somebody who is away
        </a>
      </div>
      <Gaps roster={roster} />
      <QueueGaps roster={roster} />
      <h2 className="govuk-heading-m">On duty now</h2>
      <SummaryList
        rows={roster.onDuty.map(({ position, names }) => ({
          key: positions[position].label,
          value: names.length > 0 ? names.join(', ') : 'Nobody. Everybody with the role is told instead',
        }))}
      />
      <Duties roster={roster} />
      <Absences roster={roster} />
    </Page>
  );
}

type RosterProps = { roster: Route.ComponentProps['loaderData']['roster'] };

function Gaps({ roster: { gaps, mayEdit } }: RosterProps) {
  if (gaps.length === 0)
    return <p className="govuk-body">There is somebody on duty at every step at any time of these days.</p>;
  return (
    <>
      <WarningText>
        {gaps.length === 1 ? 'There is 1 gap' : `There are ${gaps.length} gaps`} in the roster: times in which
        nobody is on duty at a step.
      </WarningText>
      <CardTable
        caption="Gaps"
        columns={[{ header: 'Step', nowrap: true }, { header: 'Nobody from' }, ...(mayEdit ? [action] : [])]}
        rows={gaps.map((gap) => ({
          key: `${gap.position}${gap.from.toISOString()}`,
          overdue: true,
          cells: [
            positions[gap.position].label,
            <DutyTimes key="times" from={gap.from} to={gap.to} />,
            <a
              key="fill"
              className="govuk-link govuk-link--no-visited-state"
              href={link(
                'duty/new',
                {},
                { position: gap.position, from: gap.from.toISOString(), to: gap.to.toISOString() },
              )}
            >
              Fill this gap<span className="govuk-visually-hidden"> for {positions[gap.position].label}</span>
            </a>,
          ],
        }))}
      />
    </>
  );
}

/** Queues in which nobody will be: what comes there goes to FIB then, and FIB's own to the duty list. */
function QueueGaps({ roster: { queues } }: RosterProps) {
  return (
    <>
      {queues.gaps.length > 0 ? (
        <CardTable
          caption="Queues with nobody here"
          columns={[{ header: 'Queue' }, { header: 'Nobody from' }]}
          rows={queues.gaps.map((gap) => ({
            key: `${gap.position}${gap.from.toISOString()}`,
            overdue: true,
            cells: [gap.position, <DutyTimes key="times" from={gap.from} to={gap.to} />],
          }))}
        />
      ) : null}
      {queues.empty.length > 0 ? (
        <p className="govuk-body">Nobody works on these queues at all: {queues.empty.join(', ')}.</p>
      ) : null}
      {queues.gaps.length + queues.empty.length > 0 ? (
        <p className="govuk-body">
          What lies in a queue while nobody of it is here goes to FIB, and what lies in FIB to the duty list,
          the deputy and the duty inspector.
        </p>
      ) : null}
    </>
  );
}

const action = { header: 'Action', visuallyHidden: true };

function Duties({ roster: { duties, mayEdit } }: RosterProps) {
  if (duties.length === 0) return <EmptyState title="Nobody is on the roster." />;
  return (
    <CardTable
      caption="Duties"
      columns={[
        { header: 'Who' },
        { header: 'Step' },
        { header: 'From and to' },
        { header: 'State' },
        ...(mayEdit ? [action] : []),
      ]}
      rows={duties.map((duty) => ({
        key: duty.id,
        cells: [
          duty.name,
          positions[duty.position].label,
          <DutyTimes key="times" from={duty.from} to={duty.to} />,
          duty.suspended ? (
            <StatusTag text="Account suspended" colour="red" />
          ) : duty.running && duty.away ? (
            <StatusTag text="Away" colour="yellow" />
          ) : duty.running ? (
            <StatusTag text="On duty" colour="green" />
          ) : (
            <StatusTag text="To come" colour="grey" />
          ),
          <a
            key="end"
            className="govuk-link govuk-link--no-visited-state"
            href={link('duty/end', { entryId: duty.id })}
          >
            {duty.running ? 'End' : 'Take out'}
            <span className="govuk-visually-hidden">
              {' '}
              {duty.name}, {positions[duty.position].label}
            </span>
          </a>,
        ],
      }))}
    />
  );
}

function Absences({ roster: { absences } }: RosterProps) {
  const some = absences.some(({ mine }) => mine);
  if (absences.length === 0)
    return (
      <>
        <h2 className="govuk-heading-m">Absences</h2>
        <EmptyState title="Nobody is recorded as away." />
      </>
    );
  return (
    <CardTable
      caption="Absences"
      columns={[{ header: 'Who' }, { header: 'Away' }, ...(some ? [action] : [])]}
      rows={absences.map((absence) => ({
        key: absence.id,
        cells: [
          absence.name,
          <DutyTimes key="times" from={absence.from} to={absence.to} />,
          absence.mine ? (
            <a
              key="end"
              className="govuk-link govuk-link--no-visited-state"
              href={link('duty/absence-end', { absenceId: absence.id })}
            >
              End or take back<span className="govuk-visually-hidden"> for {absence.name}</span>
            </a>
          ) : (
            ''
          ),
        ],
      }))}
    />
  );
}
