import { link } from '#app/http/link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { signInForm, signInHere } from '#app/http/session/sign-in.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { actorContext } from '#app/http/server/context.ts';
import { demonstrationAccounts } from '#app/http/server/demonstration-accounts.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx';
import { EmergencyWarning } from '#app/ui/layout/Emergency.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { SignInFields } from '#app/ui/layout/SignInFields.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/sign-in.ts';

export const handle = { access: 'anyone' } satisfies RouteHandle;

export function loader({ context, url }: Route.LoaderArgs) {
  if (context.get(actorContext)) throw redirect(link('home'));
  return {
    next: safeNext(url.searchParams.get('next')),
    demonstration: demonstrationAccounts(context),
  };
}

const form = signInForm.extend({ next: shownAtTimes() });

export const action = formAction(form, async ({ next, ...input }, args: Route.ActionArgs) => {
  const { headers } = await signInHere(args, input);
  throw redirect(safeNext(next), { headers });
});

export default function SignIn({ loaderData }: Route.ComponentProps) {
  const t = useMessages();
  const { singleSignOn } = useRequestFrame();
  return (
    <Page title={t.identity.signIn.title}>
      <TwoThirds>
        <h1 className="govuk-heading-l">{t.identity.signIn.title}</h1>
        <EmergencyWarning>{t.identity.signIn.callWithout}</EmergencyWarning>
        <Form values={{ next: loaderData.next }}>
          <HiddenField name="next" />
          <SignInFields />
          <Button>{t.identity.signIn.submit}</Button>
        </Form>
        <p className="govuk-body">
          <a className="govuk-link" href={link('identity/forgotten-password')}>
            {t.identity.forgotten.link}
          </a>
        </p>
        <p className="govuk-body">{t.identity.signIn.noAccount}</p>
        {singleSignOn ? (
          <>
            <h2 className="govuk-heading-m">{t.identity.forceAccount.heading}</h2>
            <ButtonLink href={link('identity/force-account', {}, { next: loaderData.next })}>
              {t.identity.forceAccount.signIn}
            </ButtonLink>
          </>
        ) : null}
      </TwoThirds>
      {loaderData.demonstration ? (
        <DemonstrationAccounts {...loaderData.demonstration} mailHref={link('demonstration/mail')} />
      ) : null}
    </Page>
  );
}
