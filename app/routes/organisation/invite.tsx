import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { flash } from '#app/http/forms/flash.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { inviteMember } from '#app/domain/people/organisations/invite-member.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/invite.ts';

export const handle = { access: 'organisation.lead', section: 'organisation' } satisfies RouteHandle;

const form = z.object({ email: z.string(), displayName: z.string() });

export const action = formAction(form, async (member, args: Route.ActionArgs) => {
  await inviteMember(ctxOf(args), member);
  return flash(link('organisation/organisation'), 'colleague-invited');
});

export default function InviteMember() {
  const t = useMessages();
  return (
    <Page title={t.organisation.inviteTitle} backHref={link('organisation/organisation')}>
      <TwoThirds>
        <PageHeading>{t.organisation.inviteTitle}</PageHeading>
        <p className="govuk-body">{t.organisation.inviteText}</p>
        <p className="govuk-body">{t.organisation.inviteWho}</p>
        <Form>
          <Input
            name="email"
            type="email"
            label={t.organisation.inviteEmail}
            hint={t.organisation.inviteEmailHint}
            autoComplete="off"
            spellCheck={false}
          />
          <Input name="displayName" label={t.organisation.inviteName} autoComplete="off" />
          <Button preventDoubleClick>{t.organisation.inviteSend}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
