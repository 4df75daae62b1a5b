import { z } from 'zod';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { isId, type Id } from '#app/domain/kernel/id.ts';
import { exemptions, exemptionWords, isExemption } from '#app/domain/plan/editions/exemptions.ts';
import {
  liftWords,
  lookedAgain,
  openWithheld,
  withholdWords,
  type WithheldWords,
} from '#app/domain/plan/editions/withheld.server.ts';
import type { Piece } from '#app/domain/plan/editions/withhold.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Select } from '#app/ui/govuk/Select.tsx';
import { Tag } from '#app/ui/govuk/Tag.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { EmptyState } from '#app/ui/layout/EmptyState.tsx';
import { Form, HiddenField } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/withhold.ts';

export const handle = { access: 'plan.write' } satisfies RouteHandle;

/** The item of which words are withheld; empty for what belongs to the whole plan. */
const itemAsked = (url: URL): string => url.searchParams.get('item') ?? '';

export const loader = (args: Route.LoaderArgs) =>
  openWithheld(ctxOf(args), { planId: idsOf(args).planId, item: itemAsked(args.url) });

const form = z.object({
  intent: shownAtTimes(),
  words: shownAtTimes(),
  exemption: shownAtTimes(),
  withheldId: shownAtTimes(),
  expectedVersion: shownAtTimes(),
});

export const action = formAction(form, async (posted, args: Route.ActionArgs) => {
  const { planId } = idsOf(args);
  const item = itemAsked(args.url);
  const { intent, words, exemption, withheldId, expectedVersion } = posted;
  const here = link('plans/withhold', { planId }, { item: item || null });
  if (intent === 'withhold') {
    await withholdWords(ctxOf(args), { planId, item, words, exemption });
    return flash(here, 'plan-words-withheld');
  }
  if (!isId<'PlanWithheld'>(withheldId)) throw new NotFound();
  if (intent === 'again') {
    await lookedAgain(ctxOf(args), { planId, withheldId, expectedVersion });
    return flash(here, 'plan-words-withheld');
  }
  await liftWords(ctxOf(args), { planId, withheldId });
  return flash(here, 'plan-words-lifted');
});

export default function WithholdPage({ loaderData, params }: Route.ComponentProps) {
  const { planTitle, version, item, texts, withheld } = loaderData;
  const planId = params.planId as Id<'Plan'>;
  return (
    <Page
      title="Withhold words of a plan"
      backHref={link('plans/edition-new', { planId })}
      backText="Next edition"
    >
      <PageHeading caption={planTitle}>
        {item === '' ? 'Words withheld from the public' : `Withhold words of ${item}`}
      </PageHeading>
      <TwoThirds>
        <h2 className="govuk-heading-m">{item === '' ? 'Headings and abbreviations' : 'What it says'}</h2>
        <ol className="govuk-list govuk-list--number govuk-list--spaced govuk-!-margin-bottom-6">
          {texts.map((pieces, index) => (
            <li key={index} className="portal-verbatim">
              {pieces.map((piece, place) => (
                <ShownPiece key={place} piece={piece} />
              ))}
            </li>
          ))}
        </ol>
        <Form intent="withhold">
          <Textarea
            name="words"
            label="Words to withhold"
            hint="Copy them from the text, exactly. They are withheld wherever they stand in this plan"
            rows={3}
          />
          <Select
            name="exemption"
            label="Exemption relied on"
            hint="Of the Freedom of Information Act 2000"
            options={[
              { value: '', text: 'Choose one' },
              ...Object.keys(exemptions).flatMap((name) =>
                isExemption(name) ? [{ value: name, text: exemptionWords(name) }] : [],
              ),
            ]}
          />
          <Button preventDoubleClick>Withhold</Button>
        </Form>
      </TwoThirds>
      <h2 className="govuk-heading-m" id="withheld">
        Withheld {item === '' ? 'in this plan' : 'here'}
      </h2>
      {withheld.length === 0 ? (
        <EmptyState title="Nothing is withheld">
          Places at which the plan itself says [REDACTED] stay as they are.
        </EmptyState>
      ) : (
        <CardTable
          caption="Words that are withheld"
          captionHidden
          columns={[
            { header: 'Words', className: 'govuk-!-width-one-half' },
            { header: 'Exemption' },
            { header: 'Stand in' },
            { header: 'Change' },
          ]}
          rows={withheld.map((words) => ({
            key: words.id,
            cells: [
              <span key="words" className="portal-verbatim">
                {words.words}
              </span>,
              exemptionWords(words.exemption),
              <Places key="places" words={words} />,
              <Ways key="ways" words={words} version={version} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}

function ShownPiece({ piece: { text, on } }: { piece: Piece }) {
  if (on.length === 0) return text;
  return (
    <mark>
      {text}
      <span className="govuk-visually-hidden"> (withheld)</span>
    </mark>
  );
}

function Places({ words: { items, settled } }: { words: WithheldWords }) {
  const named = items.map((item) => (item === '' ? 'headings or abbreviations' : item));
  return (
    <>
      {settled ? null : (
        <div className="govuk-!-margin-bottom-1">
          <Tag colour="orange">Look again</Tag>
        </div>
      )}
      {named.length > 0 ? named.join(', ') : 'No text any more'}
      {settled ? null : (
        <div className="portal-secondary">A text in which they stood has changed or gone</div>
      )}
    </>
  );
}

function Ways({ words: { id, words, settled }, version }: { words: WithheldWords; version: string }) {
  const of = <span className="govuk-visually-hidden"> “{words}”</span>;
  return (
    <>
      {settled ? null : (
        <Form intent="again" expectedVersion={version}>
          <HiddenField name="withheldId" value={id} />
          <Button variant="secondary" preventDoubleClick>
            Nothing else to withhold{of}
          </Button>
        </Form>
      )}
      <Form intent="lift">
        <HiddenField name="withheldId" value={id} />
        <Button variant="secondary" preventDoubleClick>
          Withhold no more{of}
        </Button>
      </Form>
    </>
  );
}
