import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { isId } from '#app/domain/kernel/id.ts';
import { endOwnSessions, ownSessions } from '#app/domain/people/accounts/own-sessions.server.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/sessions.ts';

export const handle = { access: 'signed_in' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { sessions: await ownSessions(ctxOf(args)) };
}

const others = 'others';
const form = z.object({ session: z.string() });

export const action = formAction(form, async ({ session }, args: Route.ActionArgs) => {
  if (session !== others && !isId(session)) throw new NotFound();
  await endOwnSessions(ctxOf(args), session === others ? others : { id: session });
  return flash(link('identity/sessions'), 'sessions-ended');
});

type Session = Route.ComponentProps['loaderData']['sessions'][number];

export default function Sessions({ loaderData: { sessions } }: Route.ComponentProps) {
  const t = useMessages();
  const words = t.account.sessions;
  const nameOf = ({ browser, operatingSystem }: Session) =>
    words.deviceOn({
      browser: browser ?? words.anotherBrowser,
      system: operatingSystem ?? words.anotherSystem,
    });
  return (
    <Page title={words.title} backHref={link('identity/account')}>
      <PageHeading>{words.title}</PageHeading>
      <p className="govuk-body">{words.lead}</p>
      <CardTable
        caption={words.title}
        captionHidden
        columns={[
          { header: words.device },
          { header: words.since },
          { header: words.lastUse },
          { header: words.end, visuallyHidden: true },
        ]}
        rows={sessions.map((session) => ({
          key: session.id,
          cells: [
            <>
              {nameOf(session)} {session.here ? <Tag>{words.here}</Tag> : null}
              {session.sharedComputer ? <div className="govuk-hint">{words.shared}</div> : null}
            </>,
            <DateTime key="since" at={session.createdAt} />,
            <DateTime key="last" at={session.lastSeenAt} />,
            session.here ? null : (
              <End key="end" session={session.id} hidden={nameOf(session)}>
                {words.end}
              </End>
            ),
          ],
        }))}
      />
      {sessions.length > 1 ? (
        <End session={others}>{words.endOthers}</End>
      ) : (
        <p className="govuk-body">{words.only}</p>
      )}
    </Page>
  );
}

/** `hidden` says which of several alike it is, to whoever does not see where it stands. */
function End({ session, hidden, children }: { session: string; hidden?: string; children: string }) {
  return (
    <Form>
      <input type="hidden" name="session" value={session} />
      <Button variant="secondary" preventDoubleClick>
        {children}
        {hidden === undefined ? null : <span className="govuk-visually-hidden"> {hidden}</span>}
      </Button>
    </Form>
  );
}
