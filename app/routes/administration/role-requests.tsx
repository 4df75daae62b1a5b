import { roleRequests } from '#app/domain/people/roles/role-requests.server.ts';
import { lossesWaiting } from '#app/domain/people/factors/lost-factor.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { heldRoleWords } from './account-words.ts';
import type { Route } from './+types/role-requests.ts';

export const handle = { access: 'accounts.manage', section: 'accounts' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const after = args.url.searchParams.get('after');
  const ctx = ctxOf(args);
  return { ...(await roleRequests(ctx, { after })), after, lost: await lossesWaiting(ctx) };
}

export default function RoleRequests({ loaderData: { requests, next, after, lost } }: Route.ComponentProps) {
  return (
    <Page
      title="Requests for roles and addresses"
      backHref={link('administration/accounts')}
      backText="Accounts"
    >
      <PageHeading>Requests for roles and addresses</PageHeading>
      <p className="govuk-body">
        Roles of the police, and another address for an account of theirs, take two administrators: one asks,
        another decides. Nobody decides what they asked for themselves. Where there is no other administrator,
        somebody who runs the server can approve it there.
      </p>
      {requests.length > 0 ? (
        <CardTable
          caption="Requests for roles and addresses, the oldest first"
          captionHidden
          columns={[
            { header: 'For' },
            { header: 'Email address' },
            { header: 'Would get' },
            { header: 'Asked by' },
            { header: 'Asked', nowrap: true },
            { header: 'Who decides' },
          ]}
          rows={requests.map((request) => ({
            key: request.id,
            cells: [
              <a
                key="for"
                className="govuk-link"
                href={link('administration/role-request', { requestId: request.id })}
              >
                {request.displayName}
              </a>,
              request.email,
              [
                ...(request.newEmail === null ? [] : [`Address ${request.newEmail}`]),
                ...request.roles.map(heldRoleWords),
              ].join(', '),
              request.askedBy,
              <DateTime key="asked" at={request.askedAt} short />,
              request.own ? 'Another administrator' : 'You can',
            ],
          }))}
        />
      ) : (
        <EmptyState title="No request waits." />
      )}
      <ListPages
        label="Pages of requests"
        start={after === null ? null : link('administration/role-requests')}
        next={next === null ? null : link('administration/role-requests', {}, { after: next })}
      />
      {lost.length === 0 ? null : (
        <CardTable
          caption="Lost second factors, the oldest first"
          columns={[
            { header: 'Of' },
            { header: 'Email address' },
            { header: 'Asked by' },
            { header: 'Asked', nowrap: true },
            { header: 'Who decides' },
          ]}
          rows={lost.map((loss) => ({
            key: loss.id,
            cells: [
              <a
                key="of"
                className="govuk-link"
                href={link('administration/lost-factor', { accountId: loss.accountId })}
              >
                {loss.displayName}
              </a>,
              loss.email,
              loss.askedBy,
              <DateTime key="asked" at={loss.askedAt} short />,
              loss.own ? 'Another administrator' : 'You can',
            ],
          }))}
        />
      )}
    </Page>
  );
}
