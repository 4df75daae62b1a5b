import { z } from 'zod';
import { expectedVersion } from '#app/domain/kernel/fields.ts';
import {
  changeSite,
  openSite,
  withdrawAccreditation,
} from '#app/domain/people/organisations/sites.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { SiteForm, siteSchema } from './SiteForm.tsx';
import type { Route } from './+types/site.ts';

export const handle = { access: 'organisations.manage', section: 'organisations' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { organisationId, siteId } = idsOf(args);
  return { opened: await openSite(ctxOf(args), { organisationId, siteId }) };
}

const form = z.discriminatedUnion('intent', [
  siteSchema,
  z.object({ intent: z.literal('withdraw'), expectedVersion: expectedVersion(), reason: z.string() }),
]);

export const action = formAction(form, async (posted, args: Route.ActionArgs) => {
  const { organisationId, siteId } = idsOf(args);
  const address = link('administration/organisation', { organisationId });
  if (posted.intent === 'withdraw') {
    await withdrawAccreditation(ctxOf(args), { organisationId, siteId, ...posted });
    return flash(address, 'accreditation-withdrawn');
  }
  await changeSite(ctxOf(args), { organisationId, siteId, ...posted });
  return flash(address, 'site-changed');
});

export default function SitePage({ loaderData: { opened } }: Route.ComponentProps) {
  const { organisation, site } = opened;
  return (
    <Page
      title="Change a site"
      backHref={link('administration/organisation', { organisationId: organisation.id })}
      backText="Organisation"
    >
      <TwoThirds>
        <PageHeading caption={organisation.name}>Change a site</PageHeading>
        {site?.withdrawnOn ? (
          <InsetText>
            Its accreditation was withdrawn on <DateTime at={site.withdrawnOn} dateOnly />. To accredit it
            again, enter the new first day.
          </InsetText>
        ) : null}
        <SiteForm opened={opened} save="Save site" />
        {site?.state === 'accredited' || site?.state === 'to_come' ? (
          <Form intent="withdraw" expectedVersion={organisation.version}>
            <h2 className="govuk-heading-m">Withdraw the accreditation</h2>
            <p className="govuk-body">
              From today on the site is shown as not accredited. Its reports go on arriving, and those it has
              sent stay as they are.
            </p>
            <Textarea name="reason" label="Reason" hint="Kept in the audit trail" rows={3} />
            <Button variant="warning" preventDoubleClick>
              Withdraw accreditation
            </Button>
          </Form>
        ) : null}
      </TwoThirds>
    </Page>
  );
}
