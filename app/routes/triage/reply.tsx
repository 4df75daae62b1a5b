import { data, redirect } from 'react-router';
import {
  prepareReply,
  replyToRecipient,
} from '#app/domain/triage/dissemination/reply-to-recipient.server.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import { attemptOnVersion, versionedForm, type VersionedForm } from '#app/http/forms/attempt-on-version.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, refusedForm, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import { readSeen } from '#app/http/forms/seen.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { RecipientThread } from '#app/ui/triage/RecipientThread.tsx';
import { ConfirmWarnings, MarkedText, WarningList, type Warned } from '#app/ui/triage/ReleaseWarnings.tsx';
import type { Route } from './+types/reply.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = args.params;
  const prepared = await prepareReply(ctxOf(args), { disseminationId });
  return { prepared, disseminationId };
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId } = args.params;
  const form = await readForm(args.request, ['message', 'text', 'checked', 'seen']);
  const text = form.get('text');
  const replied = await attemptOnVersion(form, () =>
    replyToRecipient(ctxOf(args), {
      disseminationId,
      messageId: form.get('message'),
      text,
      checked: form.get('checked') || null,
      seen: readSeen(form),
    }),
  );
  if (!replied.ok) return replied.refused;
  if (!replied.value.sent) {
    const { warnings, mark } = replied.value;
    const message = 'Nothing is sent yet. Look at each warning, then change the reply or confirm';
    const refused = refusedForm(form, [{ field: 'text', message }]);
    return data(
      { ...refused, collision: null, warned: { warnings, mark, text: text.trim() } },
      { status: 422 },
    );
  }
  throw redirect(`${link('triage/dissemination', { disseminationId })}?done=replied#answers`);
}

export default function ReplyPage({ loaderData, actionData }: Route.ComponentProps) {
  const { prepared, disseminationId } = loaderData;
  const { reference, itemNumber, recipient, messages, messageId } = prepared;
  const state: VersionedForm & { warned?: Warned } = actionData ?? versionedForm({ message: messageId });
  const { warned } = state;
  return (
    <Page
      title="Reply to the recipients of an item"
      backHref={link('triage/dissemination', { disseminationId })}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={`${reference}, item ${itemNumber}, sent to ${recipient}`}>
          Reply to the recipients
        </PageHeading>
        <RecipientThread messages={messages} headingLevel={2} />
        <form method="post" noValidate data-keep>
          <input type="hidden" name="message" value={valueOf(state, 'message')} />
          <input type="hidden" name="seen" value={messages.length} />
          <CharacterCount
            name="text"
            label="Your reply"
            labelClassName="govuk-label--s"
            hint="The recipients read this with the item and are told by email, without content. Do not point to the source."
            rows={5}
            maxLength={textLimits.conditions}
            value={valueOf(state, 'text')}
            error={errorOf(state, 'text')}
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
        </form>
      </TwoThirds>
    </Page>
  );
}
