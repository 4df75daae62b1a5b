import { z } from 'zod';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { outcomes } from '#app/domain/kernel/outcomes.ts';
import {
  changeText,
  openText,
  takeTextAway,
} from '#app/domain/triage/partner-messages/reusable-texts.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { TextFields } from './TextFields.tsx';
import type { Route } from './+types/text.ts';

export const handle = { access: 'texts.write', marking: null } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { versions: await openText(ctxOf(args), idsOf(args)) };
}

const form = z.object({
  of: shownAtTimes(),
  name: shownAtTimes(),
  text: shownAtTimes(),
  press: shownAtTimes(),
  expectedVersion: expectedVersion(),
});

export const action = formAction(form, async ({ press, ...written }, args: Route.ActionArgs) => {
  const { textId } = idsOf(args);
  if (press === 'take-away') {
    await takeTextAway(ctxOf(args), { textId, expectedVersion: written.expectedVersion });
    return flash(link('texts/texts'), 'text-taken-away');
  }
  await changeText(ctxOf(args), { ...written, textId });
  return flash(link('texts/texts'), 'text-kept');
});

/** A text to reuse as it is and as it was. */
export default function Text({ loaderData: { versions } }: Route.ComponentProps) {
  const posted = useFormState();
  const [now, ...before] = versions;
  if (!now) return null;
  return (
    <Page title="A text to reuse" backHref={link('texts/texts')} backText="Texts to reuse">
      <TwoThirds>
        <PageHeading caption="Text to reuse">{now.name}</PageHeading>
        {posted?.collision ? (
          <InsetText>
            It is now “{now.name}”, as it stands below among its versions. What you typed is still here.
          </InsetText>
        ) : null}
        {now.takenAway ? (
          <InsetText>
            Taken away by {now.by}, <DateTime at={now.at} />. Officers are not offered it.
          </InsetText>
        ) : (
          <Form
            values={{ of: now.outcome ?? 'question', name: now.name, text: now.text }}
            expectedVersion={now.number}
            data-keep
          >
            <TextFields />
            <div className="govuk-button-group">
              <Button preventDoubleClick>Save</Button>
              <Button variant="secondary" name="press" value="take-away" preventDoubleClick>
                Take it away
              </Button>
            </div>
          </Form>
        )}
        <h2 className="govuk-heading-m">Versions</h2>
        {[now, ...before].map(({ number, name, outcome, text, by, at, takenAway }) => (
          <section key={number} aria-labelledby={`version-${number}`}>
            <h3 className="govuk-heading-s govuk-!-margin-bottom-1" id={`version-${number}`}>
              Version {number}
              {takenAway ? ', taken away' : ''}
            </h3>
            <p className="govuk-body-s portal-secondary">
              “{name}”, {outcome ? outcomes[outcome].label.toLowerCase() : 'a question'}. {by},{' '}
              <DateTime at={at} />
            </p>
            <div className="portal-verbatim govuk-!-margin-bottom-5">{text}</div>
          </section>
        ))}
      </TwoThirds>
    </Page>
  );
}
