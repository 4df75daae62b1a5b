import { link } from '#app/http/link.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { capturedMail } from '#app/http/server/captured-mail.ts';
import { portalContext } from '#app/http/server/context.ts';
import { ownLinks } from '#app/http/server/own-links.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/message.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export async function loader({ context, params }: Route.LoaderArgs) {
  const message = await capturedMail(context).read(params.id);
  if (!message) throw new NotFound();
  const { from, to, subject, sentAt, text } = message;
  return { from, to, subject, sentAt, parts: ownLinks(text, context.get(portalContext).config.portalUrl) };
}

export default function CapturedMessage({ loaderData }: Route.ComponentProps) {
  const { from, to, subject, sentAt, parts } = loaderData;
  return (
    <Page
      title="A message of the demonstration"
      backHref={link('demonstration/mail')}
      backText="All messages"
    >
      <PageHeading>{subject}</PageHeading>
      <SummaryList
        rows={[
          { key: 'From', value: from },
          { key: 'To', value: to },
          { key: 'Sent', value: <DateTime at={sentAt} /> },
        ]}
      />
      <pre className="portal-verbatim">
        {parts.map(({ text, href }, index) =>
          href === null ? (
            text
          ) : (
            <a key={index} className="govuk-link" href={href}>
              {text}
            </a>
          ),
        )}
      </pre>
    </Page>
  );
}
