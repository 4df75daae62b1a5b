import { z } from 'zod';
import { newRecoveryCodes } from '#app/domain/people/factors/recovery-codes.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { PrintButton } from '#app/ui/layout/PrintButton.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/recovery-codes.ts';

export const handle = { access: 'signed_in', recentProof: true } satisfies RouteHandle;

export const loader = ({ url }: Route.LoaderArgs) => ({ next: safeNext(url.searchParams.get('next')) });

/** Answers with the codes, which no address shows again; loaded anew, it makes others. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => ({
  values: {},
  errors: [],
  collision: null,
  codes: await newRecoveryCodes(ctxOf(args)),
}));

export default function RecoveryCodes({ loaderData: { next }, actionData }: Route.ComponentProps) {
  const words = useMessages().secondFactor.codes;
  const codes = actionData && 'codes' in actionData ? actionData.codes : null;
  return (
    <Page title={words.title} backHref={codes ? undefined : link('identity/factors')}>
      <TwoThirds>
        <PageHeading>{words.title}</PageHeading>
        <p className="govuk-body">{words.lead}</p>
        {codes ? (
          <>
            <WarningText>{words.once}</WarningText>
            <ul className="govuk-list portal-code">
              {codes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
            <PrintButton label={words.print} without={words.printWithout} />
            <ButtonLink href={next}>{words.goOn}</ButtonLink>
          </>
        ) : (
          <Form>
            <p className="govuk-body">{words.replaces}</p>
            <div className="govuk-button-group">
              <Button preventDoubleClick>{words.show}</Button>
              <a className="govuk-link" href={next}>
                {words.later}
              </a>
            </div>
          </Form>
        )}
      </TwoThirds>
    </Page>
  );
}
