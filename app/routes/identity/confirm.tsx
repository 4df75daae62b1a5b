import { z } from 'zod';
import { data, redirect } from 'react-router';
import { Invalid, RateLimited } from '#app/domain/kernel/failures.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import { openKept, sealKept } from '#app/domain/people/accounts/kept-text.server.ts';
import { ownProof } from '#app/domain/people/sign-on/prove-by-directory.server.ts';
import { proveByPassword } from '#app/domain/people/factors/prove.server.ts';
import { messagesOf } from '#app/http/messages.ts';
import { errorsOf, parsed } from '#app/http/forms/form-action.ts';
import { keptFormBytes, readPairs } from '#app/http/forms/read-form.ts';
import { passwordNames } from '#app/http/forms/unread-form.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { PasswordInput } from '#app/ui/govuk/PasswordInput.tsx';
import { Form, type FieldError } from '#app/ui/layout/Form.tsx';
import { ElsewhereThenHere, sealedField, signedInStep, stepField } from '#app/ui/layout/KeptForOwner.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import { AfterSignIn } from './AfterSignIn.tsx';
import type { Route } from './+types/confirm.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

const nextOf = ({ url }: { url: URL }) => safeNext(url.searchParams.get('next'));

export async function loader(args: Route.LoaderArgs) {
  const { withDirectory } = await ownProof(ctxOf(args));
  return { to: nextOf(args), withDirectory };
}

const form = z.object({ password: secret('Enter your password') });

/**
 * Whoever is signed in proves again who they are, and goes back to where they were. A form that needs the proof comes here
 * as it was posted (307 by the guard), is sealed for them on this page, and given back with the button that sends it.
 */
export async function action(args: Route.ActionArgs) {
  const posted = await readPairs(args.request, { bytes: keptFormBytes });
  const to = nextOf(args);
  const ctx = ctxOf(args);
  const { accountId } = ctx.actor;
  const get = (name: string) => posted.find(([each]) => each === name)?.[1] ?? '';
  if (!posted.some(([name]) => name === stepField)) {
    const pairs = [...posted].filter(([name]) => !passwordNames.includes(name));
    const kept = pairs.map(([name, value]): [string, string] => [name, value]);
    const blank = { values: {}, errors: [], collision: null };
    return { step: 'confirm' as const, sealed: sealKept(ctx, accountId, { to, pairs: kept }), ...blank };
  }
  const sealed = get(sealedField);
  const { input, refused } = parsed(form, posted);
  const goOn = () => {
    const kept = sealed === '' ? null : openKept(ctx, accountId, sealed);
    if (kept === null) throw redirect(to);
    return { step: 'ready' as const, form: kept };
  };
  const again = (errors: FieldError[], status: number, headers: HeadersInit = {}) =>
    data({ step: 'confirm' as const, sealed, ...refused(errors) }, { status, headers });
  if (get(stepField) === signedInStep) {
    if ((await ownProof(ctx)).lately) return goOn();
    return again([{ field: '', message: messagesOf(args).identity.confirm.notYet }], 422);
  }
  if (!input.success) return again(errorsOf(input.error), 422);
  try {
    await proveByPassword(ctx, input.data);
  } catch (failure) {
    if (failure instanceof Invalid) return again(errorsOf(failure), 422);
    if (!(failure instanceof RateLimited)) throw failure;
    const retryAfter = { 'Retry-After': String(failure.retryAfterSeconds) };
    return again([{ field: '', message: failure.message }], 429, retryAfter);
  }
  return goOn();
}

/** The browser is told when to come back. */
export const headers: Route.HeadersFunction = ({ actionHeaders }) => {
  const retryAfter = actionHeaders.get('Retry-After');
  return new Headers(retryAfter ? { 'Retry-After': retryAfter } : {});
};

export default function Confirm({ loaderData: { to, withDirectory }, actionData }: Route.ComponentProps) {
  const t = useMessages();
  if (actionData?.step === 'ready') return <AfterSignIn as="proved" form={actionData.form} typed={[]} />;
  const words = t.identity.confirm;
  const sealed = actionData?.sealed ?? '';
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        {sealed === '' ? null : <p className="govuk-body">{words.kept}</p>}
        {withDirectory ? (
          <ConfirmAtForce to={to} sealed={sealed} />
        ) : (
          <Form action={link('identity/confirm', {}, { next: to })}>
            <input type="hidden" name={stepField} value="confirm" />
            <input type="hidden" name={sealedField} value={sealed} />
            <PasswordInput name="password" label={words.password} />
            <Button preventDoubleClick>{words.submit}</Button>
          </Form>
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
