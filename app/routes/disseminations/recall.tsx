import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { isOutsideKind } from '#app/domain/kernel/recipients.ts';
import {
  prepareRecall,
  recallDissemination,
} from '#app/domain/triage/dissemination/recall-dissemination.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/recall.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  return {
    recall: await prepareRecall(ctxOf(args), { disseminationId }),
  };
}

const form = z.object({ reason: z.string() });

export const action = formAction(form, async ({ reason }, args: Route.ActionArgs) => {
  const { disseminationId } = idsOf(args);
  const { toTell } = await recallDissemination(ctxOf(args), { disseminationId, reason });
  return toTell
    ? flash(link('disseminations/outside-step', { disseminationId, step: 'told_of_recall' }), 'recalled-tell')
    : flash(link('disseminations/dissemination', { disseminationId }), 'recalled');
});

export default function Recall({ loaderData: { recall } }: Route.ComponentProps) {
  return (
    <Page
      title="Recall an item"
      backHref={link('disseminations/dissemination', { disseminationId: recall.disseminationId })}
    >
      <TwoThirds>
        <PageHeading caption={`${recall.reference}, item ${recall.itemNumber}`}>Recall this item</PageHeading>
        <Consequences recall={recall} />
        <Form data-keep>
          <Textarea
            name="reason"
            label="Why is it recalled?"
            hint="Kept with the item for FIB. The recipient does not see it"
            autoComplete="off"
          />
          <Button variant="warning" preventDoubleClick>
            Recall item
          </Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}

function Consequences({ recall }: Pick<Route.ComponentProps['loaderData'], 'recall'>) {
  const { kind, recipient, passed } = recall;
  if (isOutsideKind(kind))
    return passed ? (
      <WarningText>
        {recipient} has it. Recalling it here takes nothing away from them: tell them at once. The next page
        asks how and when you did, and it waits in the list of FIB until that is recorded.
      </WarningText>
    ) : (
      <p className="govuk-body">It has not been passed on to {recipient}, and will not be any more.</p>
    );
  return (
    <>
      <p className="govuk-body">
        {kind === 'mds_lead' ? 'The MDS lead' : recipient} no longer sees its text or conditions, only that it
        was recalled, and is told by email, without content.
      </p>
      <WarningText>
        Whoever has read it knows it. If somebody could be harmed by that, call{' '}
        {kind === 'mds_lead' ? 'the MDS lead' : 'the officers of the queue'}.
      </WarningText>
    </>
  );
}
