import { z } from 'zod';
import { text } from '#app/domain/kernel/fields.ts';
import { passkeyToSetUp, setUpPasskey } from '#app/domain/people/factors/passkeys.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, relyingPartyOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { PasskeyForm } from './PasskeyForm.tsx';
import type { Route } from './+types/factor-passkey.ts';

export const handle = {
  access: 'signed_in',
  recentProof: true,
  beforeSecondFactor: 'first_factor',
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return {
    options: await passkeyToSetUp(ctxOf(args), relyingPartyOf(args)),
    next: safeNext(args.url.searchParams.get('next')),
  };
}

const form = z.object({
  name: text({ missing: 'Enter a name for this device', name: 'Name', limit: 60 }),
  passkey: z.string().min(1, 'Press the button and confirm on your device').meta({ withheld: true }),
});

export const action = formAction(form, async ({ name, passkey }, args: Route.ActionArgs) => {
  await setUpPasskey(ctxOf(args), relyingPartyOf(args), { name, posted: passkey });
  const next = safeNext(args.url.searchParams.get('next'));
  return flash(link('identity/recovery-codes', {}, { next }), 'factor-added');
});

export default function AddPasskey({ loaderData: { options, next } }: Route.ComponentProps) {
  const words = useMessages().secondFactor;
  return (
    <Page title={words.passkey.title} backHref={link('identity/factors', {}, { next })}>
      <TwoThirds>
        <PageHeading>{words.passkey.title}</PageHeading>
        <p className="govuk-body">{words.passkey.lead}</p>
        <PasskeyForm does="create" options={options} button={words.passkey.button}>
          <Input name="name" label={words.passkey.name} hint={words.passkey.nameHint} autoComplete="off" />
        </PasskeyForm>
        <p className="govuk-body">
          <a className="govuk-link" href={link('identity/factor-app', {}, { next })}>
            {words.passkey.app}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}
