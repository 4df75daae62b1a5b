import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes, madeWithPage } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import {
  answerDissemination,
  prepareAnswer,
} from '#app/domain/triage/dissemination/answer-dissemination.server.ts';
import { recipientSays } from '#app/domain/submission/recipient-messages.ts';
import { resultFields } from '#app/domain/connections/records/result-input.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { ResultFields } from '#app/ui/records/ResultFields.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { AskingForMoreWarning } from '#app/ui/triage/AskingForMoreWarning.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/answer.ts';

export const handle = { access: 'disseminations.receive' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { disseminationId } = idsOf(args);
  const { messageId, ...item } = await prepareAnswer(ctxOf(args), { disseminationId });
  return { item, blank: { messageId }, disseminationId };
}

const form = z.object({
  messageId: madeWithPage<'DisseminationMessage'>(),
  result: shownAtTimes(),
  ...resultFields,
  text: z.string(),
  confirmed: shownAtTimes(),
});

export const action = formAction(form, async (answer, args: Route.ActionArgs) => {
  const { disseminationId } = idsOf(args);
  await answerDissemination(ctxOf(args), { disseminationId, ...answer, came: answer });
  return flash(`${link('disseminations/dissemination', { disseminationId })}#answers`, 'answered-fib');
});

export default function AnswerPage({ loaderData }: Route.ComponentProps) {
  const { item, blank, disseminationId } = loaderData;
  return (
    <Page
      title="Say what came of an item"
      backHref={link('disseminations/dissemination', { disseminationId })}
    >
      <TwoThirds>
        <PageHeading caption={`${item.reference}, item ${item.itemNumber}`}>Say what came of it</PageHeading>
        <p className="govuk-body">
          FIB reads this, and so does everybody to whom the item was sent. It stays on record and you can add
          to it later.
        </p>
        <Form values={blank} data-keep>
          <HiddenField name="messageId" />
          <Radios
            name="result"
            legend="What do you have to say?"
            legendSize="s"
            items={Object.entries(recipientSays).map(([value, label]) => ({ value, label }))}
          />
          <ResultFields />
          <CharacterCount
            name="text"
            label="What was done, or what you need to know"
            labelClassName="govuk-label--s"
            hint="Do not guess at who the source is"
            rows={5}
            maxLength={textLimits.conditions}
            autoComplete="off"
          />
          <AskingForMoreWarning of="text" />
          <Button preventDoubleClick>Send to FIB</Button>
        </Form>
      </TwoThirds>
    </Page>
  );
}
