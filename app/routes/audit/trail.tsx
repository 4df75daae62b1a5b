import { auditTypeWords, dataLines } from '#app/domain/audit/event-words.ts';
import { readTrail, type Trail } from '#app/domain/audit/read-trail.server.ts';
import { trailFields, readTrailFilter } from '#app/domain/audit/trail-filter.ts';
import { trailPeople, trailPersonName, type TrailPerson } from '#app/domain/audit/trail-people.server.ts';
import { Invalid } from '#app/domain/kernel/failures.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorsOf } from '#app/http/forms/form-action.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { TrailFilters } from './TrailFilters.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import type { FieldError } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { redirect } from 'react-router';
import type { Route } from './+types/trail.ts';

export const handle = { access: 'audit.read', section: 'audit' } satisfies RouteHandle;

/** The audit trail narrowed to these. Without names: a person is asked for by their id. */
const trailLink = (query: Query) => link('audit/trail', {}, namedById(query));

type Query = Partial<Record<(typeof trailFields)[number] | 'before', string>>;

const namedById = ({ person: _, ...query }: Query) => query;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const ctx = ctxOf(args);
  const { filter, person, values, errors } = readTrailFilter((name) => searchParams.get(name));
  const shown = (more: {
    errors?: FieldError[];
    people?: TrailPerson[];
    trail?: Trail;
    values?: typeof values;
  }) => ({
    form: { values: more.values ?? values, errors: more.errors ?? errors },
    values,
    people: more.people ?? [],
    trail: more.trail ?? null,
    paged: filter !== null && filter.before !== null,
  });
  if (filter === null) return shown({});
  try {
    if (person !== null) {
      const people = await trailPeople(ctx, { typed: person, chosen: filter.actorId });
      const [only] = people;
      // The address holds who is meant, not what they are called.
      if (only && people.length === 1) throw redirect(trailLink({ ...values, actor: only.id }));
      return shown({ people, errors: [{ field: 'actor', message: 'Choose which person you mean' }] });
    }
    const trail = await readTrail(ctx, filter);
    const name = filter.actorId === null ? null : await trailPersonName(ctx, filter.actorId);
    return shown({ trail, values: { ...values, person: name ?? '' } });
  } catch (failure) {
    if (!(failure instanceof Invalid)) throw failure;
    return shown({ errors: errorsOf(failure) });
  }
}

export default function AuditTrail({ loaderData }: Route.ComponentProps) {
  const { form, values, people, trail, paged } = loaderData;
  return (
    <Page title="Audit trail" errors={form.errors}>
      <PageHeading>Audit trail</PageHeading>
      <p className="govuk-body">
        Every change and every reading of content, newest first. Reading this page is an event too.{' '}
        <a className="govuk-link" href={link('audit/verification')}>
          Seals of the trail
        </a>{' '}
        show whether it is as it was written.
      </p>
      <TrailFilters {...form} clearHref={trailLink({})} people={people} />
      {values.subject === '' ? null : (
        <p className="govuk-body">
          Only events about the one thing that you chose in the list.{' '}
          <a className="govuk-link" href={trailLink({ ...values, subject: '' })}>
            Show events about anything
          </a>
        </p>
      )}
      {trail === null ? (
        <EmptyState title="Nothing was read">Correct the filters to see events.</EmptyState>
      ) : (
        <>
          <Count {...trail.count} exportHref={link('audit/export', {}, namedById(values))} />
          <Lines lines={trail.lines} />
        </>
      )}
      {paged ? (
        <p className="govuk-body">
          <a className="govuk-link" href={trailLink(values)}>
            Newest
          </a>
        </p>
      ) : null}
      {trail?.olderThan ? (
        <p className="govuk-body">
          <a className="govuk-link" href={trailLink({ ...values, before: trail.olderThan })}>
            Older
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function Count({ events, orMore, exportHref }: Trail['count'] & { exportHref: string }) {
  if (events === 0) return null;
  return (
    <p className="govuk-body">
      {events.toLocaleString('en-GB')}
      {orMore ? ' or more' : ''} {events === 1 ? 'event' : 'events'}.{' '}
      <a className="govuk-link" href={exportHref}>
        Export all of them as JSON lines
      </a>
    </p>
  );
}

function Lines({ lines }: Pick<Trail, 'lines'>) {
  if (lines.length === 0) {
    return <EmptyState title="No event matches">Clear a filter to see more.</EmptyState>;
  }
  return (
    <CardTable
      caption="Events, newest first"
      captionHidden
      columns={[
        { header: 'What' },
        { header: 'Who' },
        { header: 'About' },
        { header: 'Data' },
        { header: 'Portal time' },
        { header: 'Recorded' },
      ]}
      rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line) }))}
    />
  );
}

type Line = Trail['lines'][number];

function cellsOf(line: Line) {
  return [
    <span key="what">
      {auditTypeWords(line.type)}{' '}
      <span className="portal-secondary govuk-!-font-weight-regular">{line.type}</span>
    </span>,
    line.actorId === null ? (
      line.actor
    ) : (
      <a key="who" className="govuk-link" href={trailLink({ actor: line.actorId })}>
        {line.actor}
        <span className="govuk-visually-hidden">: all events</span>
      </a>
    ),
    <About key="about" line={line} />,
    <Data key="data" data={line.data} />,
    <DateTime key="happened" at={line.happenedAt} short />,
    <DateTime key="recorded" at={line.recordedAt} short />,
  ];
}

function About({ line: { subjectType, subjectId, about } }: { line: Line }) {
  if (subjectType === null || subjectId === null) return 'Nothing in particular';
  return (
    <>
      {subjectType.replaceAll('_', ' ')}{' '}
      <a className="govuk-link" href={trailLink({ subject: subjectId })}>
        {about ?? subjectId}
      </a>
    </>
  );
}

function Data({ data }: { data: unknown }) {
  const lines = dataLines(data);
  if (lines.length === 0) return 'None';
  return (
    <ul className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
