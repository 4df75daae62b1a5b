import { z } from 'zod';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { inviteAgain } from '#app/domain/people/accounts/invite.server.ts';
import { readAccount, type AccountView } from '#app/domain/people/accounts/read-account.server.ts';
import { setAccountStatus } from '#app/domain/admin/set-account-status.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { accountStatusWords } from './account-words.ts';
import { RoleList } from './RoleList.tsx';
import type { Route } from './+types/account.ts';

export const handle = { access: 'accounts.manage', section: 'accounts' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = idsOf(args);
  return { account: await readAccount(ctxOf(args), { accountId }) };
}

const form = z.object({
  intent: z.enum(['invite', 'suspended', 'active']),
  expectedVersion: expectedVersion(),
  reason: shownAtTimes(),
});

export const action = formAction(form, async ({ intent, reason, ...shown }, args: Route.ActionArgs) => {
  const ctx = ctxOf(args);
  const { accountId } = idsOf(args);
  const address = link('administration/account', { accountId });
  if (intent === 'invite') {
    await inviteAgain(ctx, { accountId, ...shown });
    return flash(address, 'account-invited');
  }
  const status = await setAccountStatus(ctx, { accountId, ...shown, to: intent, reason });
  return flash(address, `account-${status}`);
});

export default function Account({ loaderData }: Route.ComponentProps) {
  const { account } = loaderData;
  const { version } = account;
  return (
    <Page title="Account" backHref={link('administration/accounts')} backText="Accounts">
      <TwoThirds>
        <PageHeading caption="Account">{account.displayName}</PageHeading>
        <SummaryList rows={rowsOf(account)} />
        {account.status === 'invited' ? (
          <>
            {account.signsInHere && account.roles.length > 0 ? <InviteAgain version={version} /> : null}
            {account.signsInHere && account.roles.length === 0 ? <NotInvitedYet /> : null}
            <Withdraw version={version} />
          </>
        ) : null}
        {account.status === 'active' && !account.own ? (
          <ButtonLink
            variant="secondary"
            href={link('administration/account-suspend', { accountId: account.id })}
          >
            Suspend account
          </ButtonLink>
        ) : null}
        {account.status === 'suspended' ? (
          <Restore version={version}>
            {account.signsInHere
              ? 'The person can sign in again with the password they had.'
              : 'The person can sign in again with their force account.'}
          </Restore>
        ) : null}
        {account.status === 'withdrawn' ? (
          <Restore version={version}>
            A new invitation is sent to the email address above. Correct the address first if it is wrong.
          </Restore>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function rowsOf(account: AccountView) {
  const changing = (what: string) => [
    {
      href: link('administration/account-details', { accountId: account.id }),
      text: 'Change',
      visuallyHiddenText: what,
    },
  ];
  return [
    { key: 'Name', value: account.displayName, actions: changing('the name') },
    { key: 'Email address', value: account.email, actions: changing('the email address') },
    { key: 'Belongs to', value: account.organisation ?? 'Police' },
    account.hasSites && { key: 'Site', value: account.site ?? 'None', actions: changing('the site') },
    {
      key: 'Roles',
      value: <RoleList roles={account.roles} />,
      ...(account.signsInHere
        ? {
            actions: [
              {
                href: link('administration/account-roles', { accountId: account.id }),
                text: 'Change',
                visuallyHiddenText: 'the roles',
              },
            ],
          }
        : {}),
    },
    account.emergency && { key: 'Emergency account', value: 'Yes: each use is told to everybody' },
    !account.signsInHere && {
      key: 'Signs in',
      value: 'With a force account, whose groups bring the roles',
    },
    account.request !== null && {
      key: account.request.refused ? 'Refused by a second administrator' : 'Waits for a second administrator',
      value: (
        <>
          {account.request.email}
          {account.request.roles.length > 0 ? <RoleList roles={account.request.roles} /> : null}
        </>
      ),
      actions: [
        {
          href: link('administration/role-request', { requestId: account.request.id }),
          text: 'Open',
          visuallyHiddenText: 'the request',
        },
      ],
    },
    {
      key: 'Second factor',
      value: account.factors === 0 ? 'None' : account.factors,
      actions: [
        {
          href: link('administration/lost-factor', { accountId: account.id }),
          text: account.factorLost ? 'Open the request' : 'Lost',
          visuallyHiddenText: account.factorLost ? 'that it is lost' : 'second factor',
        },
      ],
    },
    {
      key: 'Status',
      value: <AccountStatus status={account.status} text={accountStatusWords(account.status)} />,
    },
    { key: 'Account made', value: <DateTime at={account.createdAt} /> },
    {
      key: 'Last signed in',
      value: account.lastSignedInAt ? <DateTime at={account.lastSignedInAt} /> : 'Never',
    },
    account.invitationEndsAt !== null && {
      key: 'Invitation ends',
      value: <DateTime at={account.invitationEndsAt} />,
    },
  ];
}

type OfVersion = { version: number };

function InviteAgain({ version }: OfVersion) {
  return (
    <Form intent="invite" expectedVersion={version}>
      <h2 className="govuk-heading-m">Invite again</h2>
      <p className="govuk-body">
        A new invitation is sent to the email address above. The one sent before stops working.
      </p>
      <Button variant="secondary" preventDoubleClick>
        Send another invitation
      </Button>
    </Form>
  );
}

function NotInvitedYet() {
  return <InsetText>The invitation is sent once the account has a role.</InsetText>;
}

function Withdraw({ version }: OfVersion) {
  return (
    <Form intent="suspended" expectedVersion={version}>
      <h2 className="govuk-heading-m">Withdraw the invitation</h2>
      <p className="govuk-body">
        Its link stops working at once, wherever it was sent, and says that it was withdrawn. If only the
        address is wrong, change the address instead: that withdraws the link and sends a new one.
      </p>
      <Reason />
      <Button variant="warning" preventDoubleClick>
        Withdraw invitation
      </Button>
    </Form>
  );
}

function Restore({ version, children }: OfVersion & { children: string }) {
  return (
    <Form intent="active" expectedVersion={version}>
      <h2 className="govuk-heading-m">Restore</h2>
      <p className="govuk-body">{children}</p>
      <Reason />
      <Button preventDoubleClick>Restore account</Button>
    </Form>
  );
}

function Reason() {
  return <Textarea name="reason" label="Reason" hint="Kept in the audit trail" rows={3} />;
}
