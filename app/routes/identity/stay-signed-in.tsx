import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { redirect } from 'react-router';
import { extendSession } from '#app/domain/people/accounts/session.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { useRequestFrame } from '#app/ui/layout/request-frame.ts';
import { idleMinutes } from '#app/ui/layout/SessionEnd.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/stay-signed-in.ts';

export const handle = { access: 'signed_in', beforeSecondFactor: 'always' } satisfies RouteHandle;

export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  await extendSession(ctxOf(args));
  throw redirect(link('identity/stay-signed-in'), 303);
});

/** To open it is to use the portal: it is the way to stay signed in from a page that is left as it is. */
export default function StaySignedIn() {
  const t = useMessages();
  const { sessionEnd } = useRequestFrame();
  return (
    <Page title={t.identity.stay.title}>
      <TwoThirds>
        <PageHeading>{t.identity.stay.title}</PageHeading>
        {sessionEnd ? (
          <p className="govuk-body">{t.identity.stay.until({ minutes: idleMinutes(sessionEnd) })}</p>
        ) : null}
        <p className="govuk-body">{t.identity.stay.close}</p>
      </TwoThirds>
    </Page>
  );
}
