import { z } from 'zod';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import { readOrganisation } from '#app/domain/people/organisations/organisation.server.ts';
import { changeOwnContacts } from '#app/domain/people/organisations/own-contacts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/organisation-contacts.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId } = idsOf(args);
  const { name, version, ownContacts } = await readOrganisation(ctxOf(args), { organisationId });
  return { organisationId, name, version, ownContacts };
}

const form = z.object({ expectedVersion: expectedVersion(), ownContacts: z.string() });

export const action = formAction(form, async (shown, args: Route.ActionArgs) => {
  const { organisationId } = idsOf(args);
  await changeOwnContacts(ctxOf(args), { organisationId, ...shown });
  return flash(link('administration/organisation', { organisationId }), 'own-contacts-saved');
});

export default function OrganisationContacts({ loaderData }: Route.ComponentProps) {
  const { organisationId, name, version, ownContacts } = loaderData;
  return (
    <Page
      title="Its own numbers and addresses"
      backHref={link('administration/organisation', { organisationId })}
      backText="Organisation"
    >
      <TwoThirds>
        <PageHeading caption={name}>Its own numbers and addresses</PageHeading>
        <p className="govuk-body">
          Reports often name the office of whoever sends them. No officer is alerted because two reports name
          one of these. Enter only what is public: not where a refuge is.
        </p>
        <Form values={{ ownContacts: ownContacts.join('\n') }} expectedVersion={version}>
          <Textarea
            name="ownContacts"
            label="Numbers and addresses"
            hint="One a line: a telephone number, an email address, a website, or the address of an office with its postcode. A website covers every email address that ends in it."
            rows={8}
            spellCheck={false}
          />
          <Button preventDoubleClick>Save</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
