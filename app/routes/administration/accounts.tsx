import { data } from 'react-router';
import { keepSearch, keptSearch } from '#app/domain/connections/search/kept-search.server.ts';
import { searchGone } from '#app/domain/connections/search/sought.ts';
import { isId, type Id, type Model } from '#app/domain/kernel/id.ts';
import {
  accounts,
  accountsForm,
  accountsOf,
  keptAccountsSought,
  type AccountLine,
} from '#app/domain/people/accounts/accounts.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { ListPages } from '#app/ui/layout/ListPages.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { accountStatusWords, heldRoleWords } from './account-words.ts';
import type { Route } from './+types/accounts.ts';

export const handle = { access: 'accounts.manage', section: 'accounts' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const ctx = ctxOf(args);
  const after = idOf<'Account'>(args.url, 'after');
  const asked = idOf<'KeptSearch'>(args.url, 'search');
  const sought = asked && (await keptSearch(ctx, { searchId: asked, as: keptAccountsSought }));
  const searchId = sought && asked;
  const gone = asked !== null && sought === null;
  const list = await accounts(ctx, { sought, after });
  return data({ ...list, after, searchId, sought, gone, of: await accountsOf(ctx) }, gone ? 404 : 200);
}

/** What is no id is none of the portal's links, and narrows nothing. */
function idOf<Of extends Model>({ searchParams }: URL, name: string): Id<Of> | null {
  const given = searchParams.get(name);
  return given !== null && isId<Of>(given) ? given : null;
}

/** Names and addresses of people are nothing for the address of a page: what is looked for is kept, and found by its id. */
export const action = formAction(accountsForm, async (sought, args: Route.ActionArgs) =>
  Object.values(sought).every((each) => each === null)
    ? link('administration/accounts')
    : link('administration/accounts', {}, { search: await keepSearch(ctxOf(args), sought) }),
);

export default function Accounts({ loaderData }: Route.ComponentProps) {
  const { accounts: lines, next, after, searchId, sought, gone } = loaderData;
  const narrowed = searchId === null ? {} : { search: searchId };
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
      {gone ? <InsetText>{searchGone} All accounts are shown.</InsetText> : null}
      <Narrow {...loaderData} />
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
        <EmptyState title={sought ? 'No account fits' : 'No more accounts'}>
          <a className="govuk-link" href={link('administration/accounts')}>
            {sought ? 'Show all accounts' : 'Go to the first page'}
          </a>
        </EmptyState>
      )}
      <ListPages
        label="Pages of accounts"
        start={after === null ? null : link('administration/accounts', {}, narrowed)}
        next={next === null ? null : link('administration/accounts', {}, { ...narrowed, after: next })}
      />
    </Page>
  );
}

function Narrow({ of, sought }: Route.ComponentProps['loaderData']) {
  const any = { text: 'Any', value: '' };
  const values = { name: sought?.name ?? '', of: sought?.of ?? '', status: sought?.status ?? '' };
  return (
    <Form action={link('administration/accounts')} role="search" values={values}>
      <Input
        name="name"
        label="Name or email address"
        hint="Or part of one"
        autoComplete="off"
        spellCheck={false}
      />
      <div className="portal-filter__fields">
        <Select
          name="of"
          label="Belongs to"
          options={[
            any,
            { text: 'Police', value: 'police' },
            ...of.map(({ id, name }) => ({ text: name, value: id })),
          ]}
        />
        <Select
          name="status"
          label="Status"
          options={[
            any,
            ...(['active', 'invited', 'suspended'] as const).map((status) => ({
              text: accountStatusWords(status),
              value: status,
            })),
          ]}
        />
      </div>
      <Button variant="secondary">Search</Button>
      {sought ? (
        <p className="govuk-body">
          <a className="govuk-link" href={link('administration/accounts')}>
            Show all accounts
          </a>
        </p>
      ) : null}
    </Form>
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
