import { link } from '#app/http/link.ts';
import { capturedMail } from '#app/http/server/captured-mail.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/mail.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

const newest = 100;

export async function loader({ context }: Route.LoaderArgs) {
  const messages = await capturedMail(context).list(newest);
  return { messages: messages.map(({ id, sentAt, to, subject }) => ({ id, sentAt, to, subject })) };
}

export default function CapturedMail({ loaderData: { messages } }: Route.ComponentProps) {
  return (
    <Page title="Mail of the demonstration">
      <PageHeading>Mail of the demonstration</PageHeading>
      <p className="govuk-body">
        A demonstration sends no email. What it would have sent stands here, the newest {newest} messages, for
        anyone to read. Times are real times.
      </p>
      {messages.length === 0 ? (
        <EmptyState title="No email yet">
          Send a report or invite someone, and it appears after a few seconds.
        </EmptyState>
      ) : (
        <CardTable
          caption="Messages, newest first"
          captionHidden
          columns={[{ header: 'Subject' }, { header: 'To' }, { header: 'Sent' }]}
          rows={messages.map(({ id, subject, to, sentAt }) => ({
            key: id,
            cells: [
              <a key="subject" className="govuk-link" href={link('demonstration/message', { id })}>
                {subject}
              </a>,
              to,
              <DateTime key="sent" at={sentAt} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}
