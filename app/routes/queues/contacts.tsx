import { contactsDue } from '#app/domain/connections/contact-plan/contacts-due.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { ReferenceCell } from './ReferenceCell.tsx';
import type { Route } from './+types/contacts.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = args.url;
  return { due: await contactsDue(ctxOf(args), { cursor: searchParams.get('after') }) };
}

const tags = {
  unplanned: { colour: 'yellow', text: 'No plan yet' },
  overdue: { colour: 'red', text: 'Overdue' },
  today: { colour: 'orange', text: 'Today' },
} as const;

export default function ContactsDue({ loaderData: { due } }: Route.ComponentProps) {
  return (
    <Page title="Contacts due" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Contacts due with victims who want them</PageHeading>
      {due.lines.length === 0 ? (
        <EmptyState title="No contact is due." />
      ) : (
        <CardTable
          caption="Contacts due"
          captionHidden
          columns={[
            { header: 'Submission', nowrap: true },
            { header: 'Contact due', nowrap: true },
            { header: 'Who has it' },
            { header: 'Queue' },
          ]}
          rows={due.lines.map((line) => ({
            key: line.submissionId,
            overdue: line.due === 'overdue',
            cells: [
              <ReferenceCell
                key="submission"
                href={link('submissions/contact-plan/contact-plan', { submissionId: line.submissionId })}
                reference={line.reference}
                restricted={line.restricted}
                concernsChild={line.concernsChild}
              />,
              <span key="due">
                {line.due === 'unplanned' ? 'Wanted since ' : null}
                <DateTime at={line.dueOn} dateOnly short />{' '}
                <Tag colour={tags[line.due].colour}>{tags[line.due].text}</Tag>
              </span>,
              line.holder ?? 'Nobody',
              line.queue,
            ],
          }))}
        />
      )}
      <ListPages
        start={due.later ? link('queues/contacts') : null}
        next={due.next ? link('queues/contacts', {}, { after: due.next }) : null}
      />
    </Page>
  );
}
