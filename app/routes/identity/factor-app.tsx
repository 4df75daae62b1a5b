import { z } from 'zod';
import { text } from '#app/domain/kernel/fields.ts';
import { appToSetUp, setUpApp } from '#app/domain/people/factors/code-app.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, relyingPartyOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { QrCode } from './QrCode.tsx';
import type { Route } from './+types/factor-app.ts';

export const handle = {
  access: 'signed_in',
  recentProof: true,
  beforeSecondFactor: 'first_factor',
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return {
    app: await appToSetUp(ctxOf(args), { issuer: relyingPartyOf(args).name }),
    next: safeNext(args.url.searchParams.get('next')),
  };
}

const form = z.object({
  name: text({ missing: 'Enter a name for this device', name: 'Name', limit: 60 }),
  code: z
    .string()
    .transform((typed) => typed.replaceAll(/\s/g, ''))
    .refine((code) => /^\d{6}$/.test(code), 'Enter the 6 digits that the app shows')
    .meta({ withheld: true }),
});

export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  await setUpApp(ctxOf(args), input);
  const next = safeNext(args.url.searchParams.get('next'));
  return flash(link('identity/recovery-codes', {}, { next }), 'factor-added');
});

export default function AddApp({ loaderData: { app, next } }: Route.ComponentProps) {
  const words = useMessages().secondFactor.app;
  return (
    <Page title={words.title} backHref={link('identity/factors', {}, { next })}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        <QrCode text={app.uri} label={words.picture} />
        <p className="govuk-body">{words.typed}</p>
        <p className="govuk-body portal-code">{app.secret.match(/.{1,4}/g)?.join(' ')}</p>
        <Form>
          <Input name="name" label={words.name} hint={words.nameHint} autoComplete="off" />
          <Input name="code" label={words.code} autoComplete="one-time-code" inputMode="numeric" width={10} />
          <Button preventDoubleClick>{words.button}</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
