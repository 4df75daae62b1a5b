import type { ReactNode } from 'react';
import { redirect } from 'react-router';
import { z } from 'zod';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { secret } from '#app/domain/kernel/fields.ts';
import type { PublicCtx } from '#app/domain/kernel/context.ts';
import type { OpenedLink } from '#app/domain/people/accounts/mailed-link.server.ts';
import { formAction, type FormArgs } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { publicCtx, requestContext } from '#app/http/server/context.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';

/** The pages of a mailed link by which somebody sets a password: of an invitation, and of a password that was forgotten. */

type LinkArgs = FormArgs & { params: { token: string } };

export const openedBy = ({ context, params }: Pick<LinkArgs, 'context' | 'params'>): OpenedLink => ({
  token: params.token,
  address: context.get(requestContext).address,
});

/** The same address says afterwards what has become of the link, to whoever used it and to whoever came too late. */
export const setsPassword = (
  page: 'identity/invitation' | 'identity/reset-password',
  missing: string,
  set: (ctx: PublicCtx, input: OpenedLink & { password: string }) => Promise<void>,
) =>
  formAction(
    z.object({ password: secret(missing) }),
    async ({ password }, args: LinkArgs) => {
      await set(publicCtx(args), { ...openedBy(args), password });
      return link(page, args.params);
    },
    {
      lost: (failure, { params }) => {
        if (failure instanceof NotFound) throw redirect(link(page, params));
        return Promise.resolve();
      },
    },
  );

export type LinkWords = { title: string; text: string };

/** What has become of a link, and what can be done now. */
export function LinkPage({ words, children }: { words: LinkWords; children: ReactNode }) {
  return (
    <Page title={words.title}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.text}</p>
        {children}
      </TwoThirds>
    </Page>
  );
}

/** A link that is open asks for the password. */
export function PasswordPage({
  words,
  label,
  submit,
  email,
}: {
  words: LinkWords;
  label: string;
  submit: string;
  email: string;
}) {
  return (
    <LinkPage words={words}>
      <Form>
        <NewPasswordFields label={label} email={email} />
        <Button preventDoubleClick>{submit}</Button>
      </Form>
    </LinkPage>
  );
}
