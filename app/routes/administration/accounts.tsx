import { accounts, type AccountLine } from '#app/domain/people/accounts/accounts.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { ButtonLink } from '#app/ui/govuk/Button.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { accountStatusWords, heldRoleWords } from './account-words.ts';
import type { Route } from './+types/accounts.ts';

export const handle = { access: 'accounts.manage', section: 'accounts' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const after = args.url.searchParams.get('after');
  return { ...(await accounts(ctxOf(args), { after })), after };
}

export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { accounts: lines, next, after } = loaderData;
  return (
    <Page title="Accounts">
      <PageHeading>Accounts</PageHeading>
      <p className="govuk-body">Everybody who can sign in, is invited or is suspended, by email address.</p>
      <ButtonLink href={link('administration/account-new')}>Invite someone</ButtonLink>
      <p className="govuk-body">
        <a className="govuk-link" href={link('administration/role-requests')}>
          Requests for roles and addresses
        </a>
      </p>
      {lines.length > 0 ? (
        <CardTable
          caption="Accounts by email address"
          captionHidden
          columns={[
            { header: 'Name' },
            { header: 'Email address' },
            { header: 'Belongs to' },
            { header: 'Roles' },
            { header: 'Status' },
          ]}
          rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line) }))}
        />
      ) : (
        <EmptyState title="No more accounts">
          <a className="govuk-link" href={link('administration/accounts')}>
            Go to the first page
          </a>
        </EmptyState>
      )}
      <ListPages
        label="Pages of accounts"
        start={after === null ? null : link('administration/accounts')}
        next={next === null ? null : link('administration/accounts', {}, { after: next })}
      />
    </Page>
  );
}

function cellsOf(line: AccountLine) {
  return [
    <a key="name" className="govuk-link" href={link('administration/account', { accountId: line.id })}>
      {line.displayName}
    </a>,
    line.email,
    line.organisation ?? 'Police',
    line.roles.map(heldRoleWords).join(', '),
    <AccountStatus key="status" status={line.status} text={accountStatusWords(line.status)} />,
  ];
}
