import { z } from 'zod';
import { optionalDay, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { exportPerson } from '#app/domain/retention/export-person.server.ts';
import { findPerson, type PersonFound, type PersonReport } from '#app/domain/retention/find-person.server.ts';
import { wholeDownload } from '#app/http/download/file-download.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { markingOf } from '#app/http/server/marking.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { DateInput } from '#app/ui/govuk/DateInput.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/find-person.ts';

export const handle = { access: 'retention.decide', recentProof: true } satisfies RouteHandle;

const form = z.object({
  name: z.string().trim(),
  born: optionalDay('Date of birth must be a real date, like 27 3 1990'),
  phone: z.string().trim(),
  address: z.string().trim(),
  then: shownAtTimes(),
});

/** Answers with what was found, or with all of it as a file: what was typed never becomes part of an address. */
export const action = formAction(form, async ({ then, ...person }, args: Route.ActionArgs, again) => {
  if (then !== 'export') return again([], { found: await findPerson(ctxOf(args), person) }, 200);
  const exported = await exportPerson(ctxOf(args), person);
  const text = JSON.stringify({ marking: markingOf(args), ...exported }, null, 2);
  return wholeDownload(new TextEncoder().encode(text), 'application/json', 'person.json');
});

export default function FindPerson({ actionData }: Route.ComponentProps) {
  const found = actionData && 'found' in actionData ? actionData.found : null;
  return (
    <Page title="Everything about a person" backHref={link('retention/list')} backText="Retention">
      <TwoThirds>
        <PageHeading>Everything about a person</PageHeading>
        <p className="govuk-body">
          For a person’s request to see what is held about them. Every report, item, message and account is
          looked through, restricted ones too. Sealed records are not. Each search and each file is on the
          audit trail, without what you type.
        </p>
        <Form action={link('retention/find-person')}>
          <Input name="name" label="Name" autoComplete="off" spellCheck={false} />
          <DateInput
            id="born"
            namePrefix="born"
            legend="Date of birth"
            legendSize="s"
            hint="For example, 27 3 1990"
          />
          <Input name="phone" label="Telephone number" autoComplete="off" />
          <Input name="address" label="Address or postcode" autoComplete="off" spellCheck={false} />
          <div className="govuk-button-group">
            <Button name="then" value="find">
              Find
            </Button>
            <Button name="then" value="export" variant="secondary">
              Download everything as a file
            </Button>
          </div>
          <p className="govuk-body">
            The file holds in full each report that you may export, with whomever else it names, and says
            which others there are. You decide what of it is disclosed, and black out the rest.
          </p>
        </Form>
      </TwoThirds>
      {found ? <Found found={found} /> : null}
    </Page>
  );
}

const by = { name: 'Name', born: 'Date of birth', phone: 'Telephone number', address: 'Address' } as const;

/** Where it was found, for what stands in a text. */
const places: Readonly<Record<string, string>> = {
  added: 'in what the partner added',
  answer: 'in an answer of the partner',
  message: 'in a message to the partner',
  note: 'in a note',
  sanitised: 'in a sanitised text',
  'voided item': 'in a voided item',
  recipient: 'in what was written with a recipient',
  task: 'in a task',
  'contact plan': 'in the contact plan',
  history: 'in the history',
};

function Found({ found: { reports, accounts, more } }: { found: PersonFound }) {
  if (reports.length + accounts.length === 0)
    return <EmptyState title="Nothing found">Try a part of the name, or one thing at a time.</EmptyState>;
  return (
    <>
      {more ? (
        <InsetText>
          These are {reports.length} of more reports, those found by most first. Add something that is known
          of the person to find all of theirs.
        </InsetText>
      ) : null}
      {reports.length > 0 ? <Reports reports={reports} /> : null}
      {accounts.length > 0 ? (
        <CardTable
          caption="Accounts"
          columns={[{ header: 'Name' }, { header: 'Email' }, { header: 'Organisation' }]}
          rows={accounts.map(({ id, name, email, organisation }) => ({
            key: id,
            cells: [name, email, organisation ?? 'The force'],
          }))}
        />
      ) : null}
    </>
  );
}

function Reports({ reports }: { reports: readonly PersonReport[] }) {
  return (
    <CardTable
      caption={reports.length === 1 ? 'One report' : `${reports.length} reports`}
      columns={[
        { header: 'Submission', nowrap: true },
        { header: 'Received', nowrap: true },
        { header: 'From' },
        { header: 'Status' },
        { header: 'Found by' },
      ]}
      rows={reports.map((report) => ({
        key: report.id,
        cells: [
          <a
            key="reference"
            className="govuk-link govuk-link--no-visited-state"
            href={link('retention/report', { submissionId: report.id })}
          >
            {report.reference}
          </a>,
          <DateTime key="received" at={report.received_at} short dateOnly />,
          report.organisation,
          <span key="status">
            {statusWords(report.status, { held: true })}{' '}
            {report.restricted ? <Tag colour="purple">Restricted</Tag> : null}
          </span>,
          <ul key="found" className="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
            {report.found.map(({ by: way, thing, value }) => (
              <li key={`${way} ${thing} ${value}`}>
                {by[way]}:{' '}
                {report.readable
                  ? value || (places[thing] ?? 'in the report')
                  : `not yours to read, ask ${report.queue}`}
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  );
}
