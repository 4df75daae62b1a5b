import type { ReactNode } from 'react';
import { link } from '#app/http/link.ts';
import type { Standing } from '#app/domain/people/factors/standing.ts';
import type { Ways } from '#app/domain/people/factors/prove.server.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { Details } from '#app/ui/govuk/Details.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { ElsewhereThenHere, sealedField, stepField } from '#app/ui/layout/KeptForOwner.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { PasskeyForm } from './PasskeyForm.tsx';

export type ConfirmPageProps = {
  to: string;
  standing: Standing;
  /** They set up a second factor first, and are then asked for nothing here. */
  setsUp: boolean;
  ways: Ways;
  /** They prove it with their force account, where their second factor is. */
  withDirectory: boolean;
  police: boolean;
  mayTellDanger: boolean;
  /** What they typed where they came from; empty where nothing. */
  sealed: string;
};

/** What somebody proves by who they are, each way a form of its own. */
export function ConfirmPage({
  to,
  standing,
  setsUp,
  ways,
  withDirectory,
  police,
  mayTellDanger,
  sealed,
}: ConfirmPageProps) {
  const t = useMessages();
  const words = t.secondFactor;
  const action = link('identity/confirm', {}, { next: to });
  const said = setsUp
    ? { title: words.first.title, lead: words.setUpFirst.text }
    : {
        whole: t.identity.confirm,
        second_step: words.signIn,
        first_factor: t.identity.confirm,
        first_code: words.oneOff,
      }[standing];
  const carried = (step: string): ReactNode => (
    <>
      <input type="hidden" name={stepField} value={step} />
      <input type="hidden" name={sealedField} value={sealed} />
    </>
  );
  const code = (label: string, hint?: string) => (
    <Form action={action}>
      {carried('code')}
      <Input
        name="code"
        label={label}
        hint={hint}
        autoComplete="one-time-code"
        spellCheck={false}
        width={20}
      />
      <Button preventDoubleClick>{words.useCode}</Button>
    </Form>
  );
  return (
    <Page title={said.title}>
      <TwoThirds>
        <PageHeading>{said.title}</PageHeading>
        <p className="govuk-body">{said.lead}</p>
        {sealed === '' || setsUp ? null : <p className="govuk-body">{t.identity.confirm.kept}</p>}
        {withDirectory ? (
          <ConfirmAtForce to={to} sealed={sealed} />
        ) : setsUp ? (
          <Form action={action}>
            {carried('kept')}
            <p className="govuk-body">
              <a className="govuk-link" href={link('identity/factors')} target="_blank" rel="noreferrer">
                {words.setUpFirst.link}
              </a>
            </p>
            <Button preventDoubleClick>{words.setUpFirst.goOn}</Button>
          </Form>
        ) : standing === 'first_code' ? (
          <>
            <p className="govuk-body">{words.oneOff.ask}</p>
            {code(words.oneOff.code)}
          </>
        ) : ways.password ? (
          <Form action={action}>
            {carried('password')}
            <PasswordInput name="password" label={t.identity.confirm.password} />
            <Button preventDoubleClick>{t.identity.confirm.submit}</Button>
          </Form>
        ) : (
          <>
            {ways.passkey === null ? null : (
              <>
                <PasskeyForm does="get" action={action} options={ways.passkey} button={words.usePasskey}>
                  {carried('passkey')}
                </PasskeyForm>
                <h2 className="govuk-heading-m">{words.orCode}</h2>
              </>
            )}
            {code(words.code, words.codeHint)}
          </>
        )}
        {mayTellDanger ? (
          <p className="govuk-body">
            <a className="govuk-link" href={link('identity/danger-report')}>
              {words.danger.link}
            </a>
          </p>
        ) : null}
        {ways.password || withDirectory ? null : (
          <Details summary={words.lost.title}>
            <p className="govuk-body">{police ? words.lost.police : words.lost.partner}</p>
          </Details>
        )}
      </TwoThirds>
    </Page>
  );
}

/** With the force account: here, or in another tab where this page holds what was typed. */
function ConfirmAtForce({ to, sealed }: { to: string; sealed: string }) {
  const words = useMessages().identity.confirm;
  const wayTo = (next: string) => link('identity/force-account', {}, { prove: 'yes', next });
  if (sealed === '') return <ButtonLink href={wayTo(to)}>{words.atForce}</ButtonLink>;
  return (
    <ElsewhereThenHere
      href={wayTo(link('identity/stay-signed-in'))}
      lead={words.atForceNewTab}
      action={link('identity/confirm', {}, { next: to })}
      sealed={sealed}
      goOn={words.goOn}
    />
  );
}
