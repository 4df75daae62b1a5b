import { redirect } from 'react-router';
import {
  answerDissemination,
  prepareAnswer,
} from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { recipientSays } from '#app/domain/submission/recipient-messages.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { link } from '#app/http/link.ts';
import { attempt } from '#app/http/forms/attempt.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { errorOf, formState, valueOf } from '#app/http/forms/form-state.ts';
import { readForm } from '#app/http/forms/read-form.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/answer.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = args.params;
  const { messageId, ...item } = await prepareAnswer(ctxOf(args), { disseminationId });
  return { item, blank: { message: messageId }, disseminationId };
}

export async function action(args: Route.ActionArgs) {
  const { disseminationId } = args.params;
  const form = await readForm(args.request, ['message', 'result', 'text']);
  const answered = await attempt(form, () =>
    answerDissemination(ctxOf(args), {
      disseminationId,
      messageId: form.get('message'),
      result: form.get('result'),
      text: form.get('text'),
    }),
  );
  if (!answered.ok) return answered.refused;
  throw redirect(`${link('triage/dissemination', { disseminationId })}?done=answered-fib#answers`);
}

export default function AnswerPage({ loaderData, actionData }: Route.ComponentProps) {
  const { item, blank, disseminationId } = loaderData;
  const state = actionData ?? formState(blank);
  return (
    <Page
      title="Say what came of an item"
      backHref={link('triage/dissemination', { disseminationId })}
      errors={state.errors}
    >
      <TwoThirds>
        <PageHeading caption={`${item.reference}, item ${item.itemNumber}`}>Say what came of it</PageHeading>
        <p className="govuk-body">
          FIB reads this, and so does everybody to whom the item was sent. It stays on record and you can add
          to it later.
        </p>
        <form method="post" noValidate data-keep>
          <input type="hidden" name="message" value={valueOf(state, 'message')} />
          <Radios
            name="result"
            legend="What do you have to say?"
            legendSize="s"
            value={valueOf(state, 'result')}
            error={errorOf(state, 'result')}
            items={Object.entries(recipientSays).map(([value, label]) => ({ value, label }))}
          />
          <CharacterCount
            name="text"
            label="What was done, or what you need to know"
            labelClassName="govuk-label--s"
            hint="Do not guess at who the source is"
            rows={5}
            maxLength={textLimits.conditions}
            value={valueOf(state, 'text')}
            error={errorOf(state, 'text')}
            autoComplete="off"
          />
          <Button preventDoubleClick>Send to FIB</Button>
        </form>
      </TwoThirds>
    </Page>
  );
}
