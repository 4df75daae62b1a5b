import { redirect } from 'react-router';
import { inviteMember } from '#app/domain/people/organisations/invite-member.server.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { organisationAddress } from '#app/http/organisation-addresses.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { translated, useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/invite.ts';

export async function action(args: Route.ActionArgs) {
  const form = await readForm(args.request, ['displayName', 'email']);
  const input = { displayName: form.get('displayName'), email: form.get('email') };
  const invited = await attempt(form, () => inviteMember(ctxOf(args), input));
  if (!invited.ok) return invited.refused;
  throw redirect(`${organisationAddress}?done=invited`);
}

export default function InviteMember({ actionData }: Route.ComponentProps) {
  const t = useMessages();
  const state = actionData ?? formState();
  return (
    <Page title={t('organisation.inviteTitle')} errors={state.errors} backHref={organisationAddress}>
      <TwoThirds>
        <PageHeading>{t('organisation.inviteTitle')}</PageHeading>
        <p className="govuk-body">{t('organisation.inviteText')}</p>
        <p className="govuk-body">{t('organisation.inviteWho')}</p>
        <form method="post" noValidate>
          <Input
            name="email"
            type="email"
            label={t('organisation.inviteEmail')}
            hint={t('organisation.inviteEmailHint')}
            autoComplete="off"
            spellCheck={false}
            value={valueOf(state, 'email')}
            error={translated(t, errorOf(state, 'email'))}
          />
          <Input
            name="displayName"
            label={t('organisation.inviteName')}
            autoComplete="off"
            value={valueOf(state, 'displayName')}
            error={translated(t, errorOf(state, 'displayName'))}
          />
          <Button preventDoubleClick>{t('organisation.inviteSend')}</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
