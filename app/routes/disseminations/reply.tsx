import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { expectedVersion, shownAtTimes, madeWithPage } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import {
  prepareReply,
  replyToRecipient,
} from '#app/domain/triage/dissemination/reply-to-recipient.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { PartnerCautions } from '#app/ui/triage/PartnerCautions.tsx';
import { RecipientThread } from '#app/ui/triage/RecipientThread.tsx';
import { ConfirmWarnings, MarkedText, WarningList, useWarned } from '#app/ui/triage/ReleaseWarnings.tsx';
import type { Route } from './+types/reply.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  const prepared = await prepareReply(ctxOf(args), { disseminationId });
  return { prepared, disseminationId };
}

const form = z.object({
  messageId: madeWithPage<'DisseminationMessage'>(),
  text: z.string(),
  checked: shownAtTimes(),
  /** How many messages the page showed. */
  shownCount: expectedVersion(),
});

export const action = formAction(
  form,
  async ({ checked, ...reply }, args: Route.ActionArgs, again) => {
    const { disseminationId } = idsOf(args);
    const replied = await replyToRecipient(ctxOf(args), {
      disseminationId,
      checked: checked || null,
      ...reply,
    });
    if (replied.sent)
      return flash(`${link('disseminations/dissemination', { disseminationId })}#answers`, 'replied');
    const message = 'Nothing is sent yet. Look at each warning, then change the reply or confirm';
    const { warnings, mark } = replied;
    return again([{ field: 'text', message }], { warned: { warnings, mark, text: reply.text.trim() } });
  },
  { collides: true },
);

export default function ReplyPage({ loaderData }: Route.ComponentProps) {
  const { prepared, disseminationId } = loaderData;
  const { reference, itemNumber, recipient, messages, messageId, cautions } = prepared;
  const warned = useWarned();
  return (
    <Page
      title="Reply to the recipients of an item"
      backHref={link('disseminations/dissemination', { disseminationId })}
    >
      <TwoThirds>
        <PageHeading caption={`${reference}, item ${itemNumber}, sent to ${recipient}`}>
          Reply to the recipients
        </PageHeading>
        <RecipientThread messages={messages} headingLevel={2} />
        {cautions ? <PartnerCautions cautions={cautions} /> : null}
        <Form values={{ messageId }} data-keep>
          <HiddenField name="messageId" />
          <input type="hidden" name="shownCount" value={messages.length} />
          <CharacterCount
            name="text"
            label="Your reply"
            labelClassName="govuk-label--s"
            hint="The recipients read this with the item and are told by email, without content. Do not point to the source."
            rows={5}
            maxLength={textLimits.conditions}
            autoComplete="off"
          />
          {warned ? (
            <div className="portal-warned">
              <h2 className="govuk-heading-s">Look at these in your reply</h2>
              <MarkedText text={warned.text} warnings={warned.warnings} />
              <WarningList warnings={warned.warnings} />
              <ConfirmWarnings mark={warned.mark} />
            </div>
          ) : null}
          <Button preventDoubleClick>Send reply</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
