import { z } from 'zod';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { decideRoles } from '#app/domain/people/roles/decide-roles.server.ts';
import { readRoleRequest, type RoleRequestView } from '#app/domain/people/roles/role-requests.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { accountStatusWords } from './account-words.ts';
import { RoleList } from './RoleList.tsx';
import type { Route } from './+types/role-request.ts';

export const handle = {
  access: 'accounts.manage',
  section: 'accounts',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { requestId } = idsOf(args);
  return { request: await readRoleRequest(ctxOf(args), { requestId }) };
}

const form = z.object({
  intent: z.enum(['approved', 'refused', 'withdrawn']),
  expectedVersion: expectedVersion(),
  reason: shownAtTimes(),
});

export const action = formAction(form, async ({ intent, ...rest }, args: Route.ActionArgs) => {
  const { requestId } = idsOf(args);
  await decideRoles(ctxOf(args), { requestId, decision: intent, ...rest });
  return flash(link('administration/role-request', { requestId }), `roles-${intent}`);
});

export default function RoleRequest({ loaderData: { request } }: Route.ComponentProps) {
  return (
    <Page title={titleOf(request)} backHref={link('administration/role-requests')} backText="Requests">
      <TwoThirds>
        <PageHeading caption={titleOf(request)}>{request.displayName}</PageHeading>
        <SummaryList rows={rowsOf(request)} />
        {request.decided ? null : request.own ? <Own request={request} /> : <Decide request={request} />}
      </TwoThirds>
    </Page>
  );
}

const titleOf = ({ newEmail, roles }: RoleRequestView): string => {
  if (newEmail === null) return 'Request for roles';
  return roles.length === 0 ? 'Request for another address' : 'Request for roles and another address';
};

const decisions: Readonly<Record<string, string>> = {
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

function rowsOf({ decided, ...request }: RoleRequestView) {
  return [
    {
      key: 'Account',
      value: (
        <a className="govuk-link" href={link('administration/account', { accountId: request.accountId })}>
          {request.email}
        </a>
      ),
    },
    { key: 'Status', value: accountStatusWords(request.status) },
    { key: 'Holds now', value: <RoleList roles={request.held} /> },
    request.newEmail !== null && {
      key: decided ? 'Was to sign in with' : 'Would sign in with',
      value: request.newEmail,
    },
    request.roles.length > 0 && {
      key: decided ? 'Was to get' : 'Would get as well',
      value: <RoleList roles={request.roles} />,
    },
    { key: 'Asked by', value: request.askedBy },
    { key: 'Asked', value: <DateTime at={request.askedAt} /> },
    decided && {
      key: decisions[decided.decision] ?? decided.decision,
      value: (
        <>
          {decided.by ?? 'On the server'}, <DateTime at={decided.at} />
        </>
      ),
    },
    decided?.reason ? { key: 'Reason', value: decided.reason } : null,
  ];
}

type OfRequest = { request: RoleRequestView };

function Decide({ request: { version, status, newEmail } }: OfRequest) {
  return (
    <>
      <Form intent="approved" expectedVersion={version}>
        <h2 className="govuk-heading-m">Approve</h2>
        <p className="govuk-body">
          Make sure, other than by email, that this is the right person at the right address.{' '}
          {status === 'invited'
            ? 'The invitation is sent to the address above as soon as you approve.'
            : 'It holds as soon as you approve.'}
          {newEmail === null
            ? null
            : ' Whoever is signed in is signed out then, and the old and the new address are told by email.'}
        </p>
        <Button preventDoubleClick>Approve</Button>
      </Form>
      <Form intent="refused" expectedVersion={version}>
        <h2 className="govuk-heading-m">Refuse</h2>
        <Textarea name="reason" label="Why it is refused" hint="Whoever asked reads it here" rows={3} />
        <Button variant="secondary" preventDoubleClick>
          Refuse
        </Button>
      </Form>
    </>
  );
}

function Own({ request: { version } }: OfRequest) {
  return (
    <Form intent="withdrawn" expectedVersion={version}>
      <InsetText>
        Another administrator decides this, as you asked for it or it is for you. Where there is none,
        somebody who runs the server can approve it there, with the command <code>approve-roles</code>.
      </InsetText>
      <Button variant="secondary" preventDoubleClick>
        Withdraw the request
      </Button>
    </Form>
  );
}
