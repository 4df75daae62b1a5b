import { z } from 'zod';
import { readContact, contactClosed } from '#app/domain/submission/read-contact.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { ReachSender } from './ReachSender.tsx';
import type { Route } from './+types/reach.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return { closed: await contactClosed(ctxOf(args), { submissionId }) };
}

/** Answers with what was read: it is never part of an address, and reading it again is another press. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  return { values: {}, errors: [], collision: null, ways: await readContact(ctxOf(args), { submissionId }) };
});

const verbatim = (key: string, text: string) =>
  text !== '' && { key, value: <span className="portal-verbatim">{text}</span> };

export default function Reach({ loaderData: { closed }, actionData, params }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId } = params;
  const ways = actionData && 'ways' in actionData ? actionData.ways : null;
  return (
    <Page
      title="How to reach the sender"
      backHref={link('submissions/submission', { submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${closed.reference}`}>How to reach the sender</PageHeading>
        {ways === null ? (
          <ReachSender
            given={closed.given}
            mayRead={closed.mayRead}
            href={link('submissions/reach', { submissionId })}
          />
        ) : (
          <>
            <SummaryList
              rows={[
                verbatim('Telephone', ways.telephone),
                verbatim('When it is safe', ways.safeTimes),
                verbatim('Another way', ways.anotherWay),
              ]}
            />
            <WarningText>
              Say nothing of the report, not even to voicemail, until you know that it is them.
            </WarningText>
            <p className="govuk-body portal-secondary">It is recorded that you read this.</p>
          </>
        )}
      </TwoThirds>
    </Page>
  );
}
