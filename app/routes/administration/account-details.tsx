import { z } from 'zod';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import {
  changeDetails,
  readDetails,
  type Details,
} from '#app/domain/people/accounts/change-details.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/account-details.ts';

export const handle = {
  access: 'accounts.manage',
  section: 'accounts',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { accountId } = idsOf(args);
  return { details: await readDetails(ctxOf(args), { accountId }) };
}

const form = z.object({
  expectedVersion: expectedVersion(),
  displayName: z.string(),
  email: z.string(),
  siteId: shownAtTimes(),
});

export const action = formAction(form, async (details, args: Route.ActionArgs) => {
  const { accountId } = idsOf(args);
  const done = await changeDetails(ctxOf(args), { accountId, ...details });
  return flash(link('administration/account', { accountId }), `account-${done}`);
});

export default function AccountDetails({ loaderData: { details } }: Route.ComponentProps) {
  const { displayName, email, siteId, sites, version } = details;
  const title = sites.length > 0 ? 'Change name, address or site' : 'Change name or address';
  return (
    <Page
      title={title}
      backHref={link('administration/account', { accountId: details.accountId })}
      backText="Account"
    >
      <TwoThirds>
        <PageHeading caption={displayName}>{title}</PageHeading>
        <AsItStands details={details} />
        <Form values={{ displayName, email, siteId }} expectedVersion={version}>
          <Input name="displayName" label="Name" hint="As colleagues should see it" autoComplete="off" />
          <Input
            name="email"
            type="email"
            label="Email address"
            hint={whatAnAddressDoes(details)}
            autoComplete="off"
            spellCheck={false}
          />
          {sites.length > 0 ? (
            <Select
              name="siteId"
              label="Site"
              options={[
                { text: 'No site', value: '' },
                ...sites.map(({ id, name }) => ({ text: name, value: id })),
              ]}
            />
          ) : null}
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

function whatAnAddressDoes({ status, side }: Details): string {
  if (status === 'invited')
    return side === 'police'
      ? 'If you change it, the invitation that was sent stops working, and another administrator has to agree to the roles again before a new one is sent'
      : 'If you change it, the invitation that was sent stops working and a new one goes to the new address';
  const then = 'the person is signed out everywhere, and the old and the new address are told by email';
  return side === 'police'
    ? `If you change it, another administrator has to agree. Then ${then}`
    : `If you change it, ${then}`;
}

/** Beside what was typed, where somebody else has changed the account meanwhile. */
function AsItStands({ details: { displayName, email, siteId, sites } }: { details: Details }) {
  if (!useFormState()?.collision) return null;
  const site = sites.find(({ id }) => id === siteId)?.name ?? 'None';
  return (
    <>
      <h2 className="govuk-heading-m">How the account stands now</h2>
      <SummaryList
        rows={[
          { key: 'Name', value: displayName },
          { key: 'Email address', value: email },
          sites.length > 0 && { key: 'Site', value: site },
        ]}
      />
    </>
  );
}
