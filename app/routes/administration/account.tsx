import { data, redirect } from 'react-router';
import { inviteAgain } from '#app/domain/people/accounts/invite.server.ts';
import { readAccount, type AccountView } from '#app/domain/people/accounts/read-account.server.ts';
import { setAccountStatus } from '#app/domain/admin/set-account-status.server.ts';
import { accountAddress, accountsAddress } from '#app/http/administration-addresses.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, refusedForm, valueOf, type FormState } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { AccountStatus } from '#app/ui/layout/AccountStatus.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { accountStatusWords, heldRoleWords } from '#app/ui/layout/account-words.ts';
import type { Route } from './+types/account.ts';

const doneWords: Readonly<Record<string, string>> = {
  invited: 'Invitation sent',
  suspended: 'Account suspended. Whoever was signed in with it is signed out',
  active: 'Account restored',
};

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = args.params;
  const done = args.url.searchParams.get('done') ?? '';
  return {
    account: await readAccount(ctxOf(args), { accountId }),
    done: Object.hasOwn(doneWords, done) ? doneWords[done] : undefined,
  };
}

export async function action(args: Route.ActionArgs) {
  const ctx = ctxOf(args);
  const { accountId } = args.params;
  const form = await readForm(args.request, ['do', 'reason']);
  const wanted = form.get('do');
  if (wanted === 'invite') {
    await inviteAgain(ctx, accountId);
    throw redirect(`${accountAddress(accountId)}?done=invited`);
  }
  if (wanted !== 'suspended' && wanted !== 'active') {
    return data(refusedForm(form, [{ field: '', message: 'Select what to do' }]), { status: 422 });
  }
  const set = await attempt(form, () =>
    setAccountStatus(ctx, { accountId, to: wanted, reason: form.get('reason') }),
  );
  if (!set.ok) return set.refused;
  throw redirect(`${accountAddress(accountId)}?done=${wanted}`);
}

export default function Account({ loaderData, actionData }: Route.ComponentProps) {
  const { account, done } = loaderData;
  const state = actionData ?? formState();
  return (
    <Page title="Account" errors={state.errors} backHref={accountsAddress} backText="Accounts" success={done}>
      <TwoThirds>
        <PageHeading caption="Account">{account.displayName}</PageHeading>
        <SummaryList rows={rowsOf(account)} />
        {account.status === 'invited' ? <InviteAgain /> : null}
        {account.status === 'active' && !account.own ? <Suspend state={state} /> : null}
        {account.status === 'suspended' ? <Restore state={state} /> : null}
      </TwoThirds>
    </Page>
  );
}

function rowsOf(account: AccountView) {
  return [
    { key: 'Email address', value: account.email },
    { key: 'Belongs to', value: account.organisation ?? 'Police' },
    account.site === null ? null : { key: 'Site', value: account.site },
    {
      key: 'Roles',
      value: (
        <ul className="govuk-list govuk-!-margin-bottom-0">
          {account.roles.map((held) => (
            <li key={heldRoleWords(held)}>{heldRoleWords(held)}</li>
          ))}
        </ul>
      ),
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
    account.invitationEndsAt === null
      ? null
      : { key: 'Invitation ends', value: <DateTime at={account.invitationEndsAt} /> },
  ];
}

function InviteAgain() {
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Invite again</h2>
      <p className="govuk-body">
        A new invitation is sent to the email address above. The one sent before stops working.
      </p>
      <Button name="do" value="invite" variant="secondary" preventDoubleClick>
        Send another invitation
      </Button>
    </form>
  );
}

function Suspend({ state }: { state: FormState }) {
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Suspend</h2>
      <p className="govuk-body">
        Whoever uses the account is signed out at once and cannot sign in. What they have sent or written
        stays. Work that they hold stays with them until a supervisor hands it over.
      </p>
      <Reason state={state} />
      <Button name="do" value="suspended" variant="warning" preventDoubleClick>
        Suspend account
      </Button>
    </form>
  );
}

function Restore({ state }: { state: FormState }) {
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Restore</h2>
      <p className="govuk-body">The person can sign in again with the password they had.</p>
      <Reason state={state} />
      <Button name="do" value="active" preventDoubleClick>
        Restore account
      </Button>
    </form>
  );
}

function Reason({ state }: { state: FormState }) {
  return (
    <Textarea
      name="reason"
      label="Reason"
      hint="Kept in the audit trail"
      rows={3}
      value={valueOf(state, 'reason')}
      error={errorOf(state, 'reason')}
    />
  );
}
