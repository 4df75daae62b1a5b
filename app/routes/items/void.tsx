import { data } from 'react-router';
import { z } from 'zod';
import { link } from '#app/http/link.ts';
import { expectedVersion, shownAtTimes } from '#app/domain/kernel/fields.ts';
import { gradeInFull } from '#app/domain/kernel/grading.ts';
import { statusWords } from '#app/domain/kernel/status-words.ts';
import { isFinal } from '#app/domain/kernel/statuses.ts';
import { textLimits } from '#app/domain/kernel/text-limits.ts';
import { actions } from '#app/domain/submission/actions.ts';
import { prepareVoid, voidItem } from '#app/domain/triage/items/void-item.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { useLink } from '#app/http/use-link.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { CharacterCount } from '#app/ui/govuk/CharacterCount.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { Form, typedIn, useFormState } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { CollisionNotice } from '#app/ui/triage/CollisionNotice.tsx';
import { GateList } from '#app/ui/triage/GateList.tsx';
import { HandedOn } from '#app/ui/triage/HandedOn.tsx';
import { Voided } from './Voided.tsx';
import type { Route } from './+types/void.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const prepared = await prepareVoid(ctxOf(args), { itemId: idsOf(args).itemId });
  return data(prepared, { status: prepared.refusal === null ? 200 : 409 });
}

const form = z.object({ handedOn: shownAtTimes(), comment: z.string(), expectedVersion: expectedVersion() });

export const action = formAction(form, async (posted, args: Route.ActionArgs) => {
  const { comment: reason, handedOn, expectedVersion } = posted;
  const { itemId } = idsOf(args);
  const { submissionId } = await voidItem(ctxOf(args), { itemId, reason, handedOn, expectedVersion });
  return flash(`${link('submissions/submission', { submissionId })}#items`, 'voided');
});

type Prepared = Route.ComponentProps['loaderData'];

const { label, comment } = actions.void_item;
const asks = comment.need === 'none' ? '' : comment.label;

export default function VoidItem({ loaderData: prepared }: Route.ComponentProps) {
  const link = useLink();
  const { item, reference, submissionId, refusal } = prepared;
  const back = link('submissions/submission', { submissionId });
  const posted = useFormState();
  return (
    <Page title={label} backHref={back}>
      <TwoThirds>
        <PageHeading caption={`Submission ${reference}, item ${item.number}: ${item.title}`}>
          {label}
        </PageHeading>
        {posted?.collision ? (
          <CollisionNotice
            changes={posted.collision.changes}
            fields={[
              {
                label: asks,
                now: item.voided?.reason ?? '',
                typed: typedIn(posted, 'comment'),
              },
            ]}
            mayUse={refusal === null}
            keepHref={back}
          />
        ) : null}
        {item.voided ? <Voided voided={item.voided} /> : null}
        {refusal !== null && !item.voided ? (
          <InsetText>
            {isFinal(prepared.status)
              ? 'The submission has ended. An FIB supervisor opens it again first.'
              : `${refusal}.`}
          </InsetText>
        ) : null}
        {refusal === null ? <VoidForm prepared={prepared} /> : null}
      </TwoThirds>
    </Page>
  );
}

function VoidForm({ prepared }: { prepared: Prepared }) {
  const link = useLink();
  const { item, gates, version, status, becomes } = prepared;
  const itemId = item.id;
  const hrefOf = ({ at }: Prepared['gates'][number]): string => {
    if (at.page === 'tasks') return `${link('items/item', { itemId })}#tasks`;
    return at.page === 'approve'
      ? link('items/approve', { itemId }, { version: at.version })
      : link('disseminations/dissemination', { disseminationId: at.disseminationId });
  };
  const words = (of: Prepared['status']) => statusWords(of, { held: true }).toLowerCase();
  return (
    <Form expectedVersion={version} data-keep>
      <p className="govuk-body">
        For an item that was a mistake: about the wrong person, made twice, or split wrongly. It is{' '}
        {item.grade ? `graded ${gradeInFull(item.grade)}` : 'not graded'}. A wrong grade or text needs no
        voiding: grade it again, or write a new version.
      </p>
      <p className="govuk-body">
        It stays in sight with your reason and everything that it was. It is no longer graded, sent, counted
        or found, and its number is not used again.
        {becomes === status
          ? ''
          : ` Nothing else makes this submission ${words(status)}, so it is ${words(becomes)} again.`}
      </p>
      <WarningText>You cannot undo this. If you void the wrong item, write a new one.</WarningText>
      <Gaps />
      <GateList title="Before you void it" gates={gates.map((gate) => ({ ...gate, href: hrefOf(gate) }))} />
      <HandedOn gates={gates} />
      <CharacterCount
        name="comment"
        label={asks}
        hint="Police who may read the original read this. Do not repeat what points to the source."
        rows={3}
        maxLength={textLimits.linkReason}
        autoComplete="off"
      />
      <Button variant="warning" preventDoubleClick>
        {useFormState()?.collision ? `${label}, on top of what is there now` : label}
      </Button>
    </Form>
  );
}

/** What no field of this page can mend: it is mended where the list below leads. */
function Gaps() {
  const gaps = useFormState()?.errors.find(({ field }) => field === 'gaps');
  return gaps ? <InsetText id="gaps">{gaps.message}.</InsetText> : null;
}
