import { z } from 'zod';
import { answerUses, answerWishes } from '#app/domain/intake/own-reports/answer-judgement.ts';
import { judgeAnswer, openAnswerJudgement } from '#app/domain/intake/own-reports/judge-answer.server.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Checkboxes } from '#app/ui/govuk/Checkboxes.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/judge.ts';

export const handle = { access: 'reports.write' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { submissionId } = idsOf(args);
  return {
    back: link('reports/submission', { submissionId }),
    add: link('reports/add', { submissionId }),
    said: await openAnswerJudgement(ctxOf(args), { submissionId }),
  };
}

const form = z.object({ useful: shownAtTimes(), wishes: z.array(z.string()) });

export const action = formAction(form, async (posted, args: Route.ActionArgs) => {
  const { submissionId } = idsOf(args);
  await judgeAnswer(ctxOf(args), { submissionId, ...posted });
  return flash(link('reports/submission', { submissionId }), 'answer-judged');
});

/** Whether the newest answer was useful to whoever sent the report: choices alone, so that nothing is written where nobody reads. */
export default function Judge({ loaderData: { back, add, said } }: Route.ComponentProps) {
  const t = useMessages();
  return (
    <Page title={t.judging.title} backHref={back}>
      <TwoThirds>
        <PageHeading>{t.judging.title}</PageHeading>
        <p className="govuk-body">{t.judging.about}</p>
        <Form values={{ useful: said.useful ?? '', wishes: said.wishes }}>
          <Radios
            name="useful"
            legend={t.judging.title}
            legendClassName="govuk-visually-hidden"
            items={answerUses.map((value) => ({ value, label: t.judging.uses[value] }))}
          />
          <Checkboxes
            name="wishes"
            legend={t.judging.wishes}
            hint={t.judging.wishesHint}
            items={answerWishes.map((value) => ({ value, label: t.judging.wish[value] }))}
          />
          <Button preventDoubleClick>{t.judging.send}</Button>
        </Form>
        <p className="govuk-body">
          <a className="govuk-link" href={add}>
            {t.judging.more}
          </a>
        </p>
      </TwoThirds>
    </Page>
  );
}
