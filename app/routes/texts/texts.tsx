import { z } from 'zod';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { addText, openTexts } from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TextFields } from './TextFields.tsx';
import type { Route } from './+types/texts.ts';

export const handle = { access: 'texts.write', marking: null } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { texts: await openTexts(ctxOf(args)) };
}

const form = z.object({ of: shownAtTimes(), name: shownAtTimes(), text: shownAtTimes() });

export const action = formAction(form, async (written, args: Route.ActionArgs) => {
  await addText(ctxOf(args), written);
  return flash(link('texts/texts'), 'text-kept');
});

/** The texts that officers use again, and a new one. */
export default function Texts({ loaderData: { texts } }: Route.ComponentProps) {
  return (
    <Page title="Texts to reuse" backHref={link('queues/queues')} backText="Queues">
      <PageHeading>Texts to reuse</PageHeading>
      <p className="govuk-body">
        Officers are offered these where they write to a partner. They can change what they put in, and it is
        checked like anything else that they send.
      </p>
      {texts.length === 0 ? (
        <EmptyState title="No text is kept yet.">Add the first one below.</EmptyState>
      ) : (
        <CardTable
          caption="Texts to reuse"
          captionHidden
          columns={[{ header: 'Name' }, { header: 'For' }, { header: 'Written' }]}
          rows={texts.map(({ textId, name, outcome, takenAway, by, at }) => ({
            key: textId,
            cells: [
              <a key="name" className="govuk-link" href={link('texts/text', { textId })}>
                {name}
              </a>,
              takenAway ? 'Taken away' : outcome ? outcomes[outcome].label : 'A question to the partner',
              <>
                {by}, <DateTime at={at} short />
              </>,
            ],
          }))}
        />
      )}
      <TwoThirds>
        <h2 className="govuk-heading-m">Add a text</h2>
        <Form data-keep>
          <TextFields />
          <Button preventDoubleClick>Add text</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
