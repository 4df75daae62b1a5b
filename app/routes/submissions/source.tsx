import { z } from 'zod';
import {
  openSourcePage,
  readSource,
  type OwnRequest,
} from '#app/domain/triage/sealed-sources/own-requests.server.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/source.ts';

export const handle = { access: 'triage.work', recentProof: true } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { page: await openSourcePage(ctxOf(args), { submissionId: idsOf(args).submissionId }) };
}

/** Answers with what was read: it is never part of an address, and reading it again is another press. */
export const action = formAction(z.object({}), async (_, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  return { values: {}, errors: [], collision: null, sealed: await readSource(ctxOf(args), { submissionId }) };
});

export default function Source({ loaderData: { page }, actionData, params }: Route.ComponentProps) {
  const link = useLink();
  const { submissionId } = params;
  const sealed = actionData && 'sealed' in actionData ? actionData.sealed : null;
  const { request, mayOpenAtOnce } = page;
  const mayAsk = request === null || ['refused', 'over'].includes(request.standing);
  return (
    <Page
      title="Sealed source"
      backHref={link('submissions/submission', { submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Sealed source</PageHeading>
        {sealed ? (
          <>
            <SummaryList
              rows={sealed.map(({ question, answer }) => ({
                key: question,
                value: <span className="portal-verbatim">{answer}</span>,
              }))}
            />
            <WarningText>
              Whoever told the partner can be hurt for it. Put nothing of this into an item, a note, a task or
              a message.
            </WarningText>
            <p className="govuk-body portal-secondary">It is recorded that you read this.</p>
          </>
        ) : (
          <>
            <p className="govuk-body">
              Who told the partner is encrypted apart from the report. It is opened for one officer, for a
              limited time, once a source custodian agrees. Each reading is recorded and shown to FIB
              supervisors.
            </p>
            {request ? <Asked request={request} /> : null}
            {mayAsk || (mayOpenAtOnce && request.standing === 'waiting') ? (
              <p className="govuk-body">
                <a
                  className="govuk-button govuk-button--secondary"
                  role="button"
                  draggable="false"
                  href={link('submissions/source-ask', { submissionId })}
                >
                  {mayAsk ? 'Ask to open it' : 'Open it at once'}
                </a>
              </p>
            ) : null}
          </>
        )}
      </TwoThirds>
    </Page>
  );
}

function Asked({ request }: { request: OwnRequest }) {
  const { standing, askedAt, atOnce, readableUntil, words } = request;
  const said =
    words === null ? null : (
      <p className="govuk-body">
        The source custodian says: <span className="portal-verbatim">{words}</span>
      </p>
    );
  switch (standing) {
    case 'waiting':
      return (
        <InsetText>
          You asked for it on <DateTime at={askedAt} />. No source custodian has decided yet.
        </InsetText>
      );
    case 'refused':
      return (
        <InsetText>
          <p>{atOnce ? 'A source custodian has ended your reading of it.' : 'A source custodian said no.'}</p>
          {said}
        </InsetText>
      );
    case 'over':
      return <InsetText>The time in which you could read it is over. Ask again if you need it.</InsetText>;
    case 'readable':
      return (
        <>
          {said}
          <form method="post">
            <p className="govuk-body">
              You can read it until {readableUntil ? <DateTime at={readableUntil} /> : null}.
            </p>
            <Button preventDoubleClick>Read the sealed source</Button>
          </form>
        </>
      );
  }
}
