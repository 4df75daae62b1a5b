import { z } from 'zod';
import { oneOf, text } from '#app/domain/kernel/fields.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { decideOpening } from '#app/domain/triage/sealed-sources/decide-opening.server.ts';
import { openRequest, type OpenedRequest } from '#app/domain/triage/sealed-sources/list-requests.server.ts';
import { hoursOffered } from '#app/domain/triage/sealed-sources/source-requests.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { PriorityTag } from '#app/ui/layout/PriorityTag.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { StandingTag } from './StandingTag.tsx';
import type { Route } from './+types/request.ts';

export const handle = { access: 'sources.oversee', recentProof: true } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { request: await openRequest(ctxOf(args), { requestId: idsOf(args).openingId }) };
}

const form = z.object({
  decision: oneOf(['no', 'right', ...hoursOffered], 'Select what you decide'),
  words: text({
    missing: 'Enter the reason for your decision',
    name: 'Reason',
    limit: textLimits.linkReason,
  }),
});

export const action = formAction(form, async ({ decision, words }, args: Route.ActionArgs) => {
  await decideOpening(ctxOf(args), { requestId: idsOf(args).openingId, decision, words });
  return flash(link('sources/requests'), 'source-decided');
});

const hoursWords = { 1: 'one hour', 8: 'a shift of 8 hours', 24: '24 hours', 72: '3 days' } as const;

const decisions = {
  before: [
    ...hoursOffered.map((hours) => ({
      value: hours,
      label: `Agree: it can be read for ${hoursWords[hours]}`,
    })),
    { value: 'no', label: 'Do not agree: it stays closed' },
  ],
  after: [
    { value: 'right', label: 'It was right to open it at once' },
    { value: 'no', label: 'It was not right', hint: 'If it can still be read, that ends now.' },
  ],
};

export default function SourceRequest({ loaderData: { request } }: Route.ComponentProps) {
  return (
    <Page
      title="Request to open a sealed source"
      backHref={link('sources/requests')}
      backText="Sealed sources"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${request.reference}`}>Request to open a sealed source</PageHeading>
        <Facts request={request} />
        {request.mayDecide ? (
          <Form>
            <Radios
              name="decision"
              legend={request.atOnce ? 'Was it right?' : 'What do you decide?'}
              items={request.atOnce ? decisions.after : decisions.before}
            />
            <Textarea
              name="words"
              label="Why do you decide so?"
              hint="Whoever asked reads this, and so do FIB supervisors."
              rows={5}
            />
            <Button preventDoubleClick>Decide</Button>
          </Form>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function Facts({ request }: { request: OpenedRequest }) {
  const { decidedBy, decidedAt, words, readableUntil, lastRead, readings } = request;
  return (
    <SummaryList
      rows={[
        {
          key: 'Submission',
          value: (
            <>
              {request.reference} <PriorityTag priority={request.priority} />{' '}
              {request.restricted ? <Tag colour="purple">Restricted</Tag> : null}
            </>
          ),
        },
        {
          key: 'Asked',
          value: (
            <>
              {request.askedBy}, <DateTime at={request.askedAt} />
            </>
          ),
        },
        { key: 'Why', value: <span className="portal-verbatim">{request.reason}</span> },
        { key: 'State', value: <StandingTag request={request} /> },
        readableUntil !== null && { key: 'Can be read until', value: <DateTime at={readableUntil} /> },
        {
          key: 'Read',
          value:
            lastRead === null ? (
              'Not read'
            ) : (
              <>
                {readings === 1 ? 'Once' : `${readings} times`}, last <DateTime at={lastRead} />
              </>
            ),
        },
        decidedBy !== null &&
          decidedAt !== null && {
            key: 'Decided',
            value: (
              <>
                {decidedBy}, <DateTime at={decidedAt} />
                <p className="govuk-body portal-verbatim">{words}</p>
              </>
            ),
          },
      ]}
    />
  );
}
