import { link } from '#app/http/link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { Form } from './Form.tsx';
import { useRequestFrame } from './request-frame.ts';
import { SignInFields } from './SignInFields.tsx';

/** The fields by which a sealed form travels, and by which signing in is told from the form's first visit. */
export const sealedField = 'kept-sealed';
export const stepField = 'kept-step';
/** What the step is once somebody has signed in with their force account, in another tab. */
export const signedInStep = 'signed-in';

export type KeptForOwnerProps = { to: string; sealed: string };

/** Signing in on a page that holds what somebody typed, sealed for them. */
export function KeptForOwner({ to, sealed }: KeptForOwnerProps) {
  const t = useMessages();
  const { singleSignOn } = useRequestFrame();
  const action = link('identity/kept-form', {}, { next: to });
  return (
    <>
      <Form action={action}>
        <input type="hidden" name={stepField} value="sign-in" />
        <input type="hidden" name={sealedField} value={sealed} />
        <SignInFields />
        <Button>{t.identity.signIn.submit}</Button>
      </Form>
      {singleSignOn ? (
        <>
          <h2 className="govuk-heading-m">{t.identity.forceAccount.heading}</h2>
          <p className="govuk-body">{t.identity.forceAccount.kept}</p>
          <ElsewhereThenHere
            href={link('identity/force-account', {}, { next: link('identity/stay-signed-in') })}
            lead={t.identity.forceAccount.signInNewTab}
            action={action}
            sealed={sealed}
            goOn={t.identity.forceAccount.goOn}
          />
        </>
      ) : null}
    </>
  );
}

type ElsewhereThenHereProps = { href: string; lead: string; action: string; sealed: string; goOn: string };

/** Leads to the force account in another tab, as this page holds what was typed, and then goes on with it here. */
export function ElsewhereThenHere({ href, lead, action, sealed, goOn }: ElsewhereThenHereProps) {
  return (
    <>
      <p className="govuk-body">
        <a className="govuk-link" href={href} target="_blank" rel="noreferrer">
          {lead}
        </a>
      </p>
      <Form action={action}>
        <input type="hidden" name={stepField} value={signedInStep} />
        <input type="hidden" name={sealedField} value={sealed} />
        <Button variant="secondary">{goOn}</Button>
      </Form>
    </>
  );
}
