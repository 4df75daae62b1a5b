import { dataLines } from '#app/domain/audit/data-lines.ts';
import { auditTypes, auditTypeWords } from '#app/domain/audit/event-words.ts';
import { readTrail, type TrailLine } from '#app/domain/audit/read-trail.server.ts';
import { readTrailFilter } from '#app/domain/audit/trail-filter.ts';
import { trailAddress } from '#app/http/audit-addresses.ts';
import { ctxOf } from '#app/http/context.ts';
import { errorOf, formState, valueOf, type FormState } from '#app/http/form-state.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/trail.ts';

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  const { filter, values, errors } = readTrailFilter((name) => searchParams.get(name));
  const trail = filter && (await readTrail(ctxOf(args), filter));
  return { form: formState(values, errors), values, trail, paged: filter !== null && filter.before !== null };
}

export default function AuditTrail({ loaderData: { form, values, trail, paged } }: Route.ComponentProps) {
  return (
    <Page title="Audit trail" errors={form.errors}>
      <PageHeading>Audit trail</PageHeading>
      <p className="govuk-body">
        Every change and every reading of content, newest first. Nobody can change or delete an event. Reading
        this page is an event too.
      </p>
      <Filters form={form} />
      {trail === null ? (
        <EmptyState title="Nothing was read">Correct the filters to see events.</EmptyState>
      ) : (
        <Lines lines={trail.lines} />
      )}
      {paged ? (
        <p className="govuk-body">
          <a className="govuk-link" href={trailAddress(values)}>
            Newest
          </a>
        </p>
      ) : null}
      {trail?.olderThan ? (
        <p className="govuk-body">
          <a className="govuk-link" href={trailAddress({ ...values, before: trail.olderThan })}>
            Older
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function Filters({ form }: { form: FormState }) {
  const types = auditTypes.map((type) => ({ text: auditTypeWords(type), value: type }));
  return (
    <form method="get" noValidate>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Select
            name="type"
            label="Type"
            options={[{ text: 'All types', value: '' }, ...types]}
            value={valueOf(form, 'type')}
            error={errorOf(form, 'type')}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Input
            name="subject"
            label="Id of what it is about"
            spellCheck={false}
            value={valueOf(form, 'subject')}
            error={errorOf(form, 'subject')}
          />
        </div>
        <div className="govuk-grid-column-one-third">
          <Input
            name="actor"
            label="Id of the account that acted"
            spellCheck={false}
            value={valueOf(form, 'actor')}
            error={errorOf(form, 'actor')}
          />
        </div>
      </div>
      <div className="govuk-button-group">
        <Button variant="secondary">Apply filters</Button>
        <a className="govuk-link" href={trailAddress({})}>
          Clear filters
        </a>
      </div>
    </form>
  );
}

function Lines({ lines }: { lines: readonly TrailLine[] }) {
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

function cellsOf(line: TrailLine) {
  return [
    <span key="what">
      {auditTypeWords(line.type)}{' '}
      <span className="portal-secondary govuk-!-font-weight-regular">{line.type}</span>
    </span>,
    line.actorId === null ? (
      line.actor
    ) : (
      <a key="who" className="govuk-link" href={trailAddress({ actor: line.actorId })}>
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

function About({ line: { subjectType, subjectId } }: { line: TrailLine }) {
  if (subjectType === null || subjectId === null) return 'Nothing in particular';
  return (
    <>
      {subjectType.replaceAll('_', ' ')}{' '}
      <a className="govuk-link" href={trailAddress({ subject: subjectId })}>
        {subjectId}
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
