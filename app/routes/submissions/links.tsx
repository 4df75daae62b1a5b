import { link } from '#app/http/link.ts';
import { z } from 'zod';
import { shownAtTimes } from '#app/domain/kernel/fields.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { Form } from '#app/ui/layout/Form.tsx';
import { flash } from '#app/http/forms/flash.ts';
import { relationCodes, relationKinds } from '#app/domain/connections/matching/relations.ts';
import {
  endRelation,
  openRelations,
  relateSubmissions,
} from '#app/domain/connections/matching/relate-submissions.server.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { useLink } from '#app/http/use-link.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { Input } from '#app/ui/govuk/Input.tsx';
import { Radios } from '#app/ui/govuk/Radios.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Id } from '#app/domain/kernel/id.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import { RelationList, relationWords } from './RelationList.tsx';
import type { Route } from './+types/links.ts';

export const handle = { access: 'triage.work' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const page = await openRelations(ctxOf(args), {
    submissionId: idsOf(args).submissionId,
    withId: args.url.searchParams.get('with'),
  });
  return { page };
}

const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('relate'), reference: z.string(), kind: shownAtTimes(), reason: z.string() }),
  z.object({ intent: z.literal('end'), relationId: shownAtTimes(), endReason: z.string() }),
]);

export const action = formAction(
  form,
  async (input, args: Route.ActionArgs) => {
    const ctx = ctxOf(args);
    const { submissionId } = idsOf(args);
    const address = link('submissions/links', { submissionId });
    if (input.intent === 'end') {
      const { relationId, endReason } = input;
      await endRelation(ctx, { submissionId, relationId, reason: endReason });
      return flash(address, 'unrelated');
    }
    await relateSubmissions(ctx, { submissionId, ...input });
    return flash(address, 'related');
  },
  { collides: true },
);

type LinksPage = Route.ComponentProps['loaderData']['page'];

export default function Links({ loaderData: { page } }: Route.ComponentProps) {
  const link = useLink();
  const standing = page.relations.filter(({ ended }) => ended === null);
  const ended = page.relations.filter((relation) => relation.ended !== null);
  return (
    <Page
      title="Links to other reports"
      backHref={link('submissions/submission', { submissionId: page.submissionId })}
      backText="Submission"
    >
      <TwoThirds>
        <PageHeading caption={`Submission ${page.reference}`}>Links to other reports</PageHeading>
        {standing.length === 0 && page.elsewhere === 0 ? (
          <p className="govuk-body">This report is linked to no other.</p>
        ) : (
          <RelationList
            relations={standing}
            elsewhere={page.elsewhere}
            hrefOf={(submissionId: Id<'Submission'>) => link('submissions/submission', { submissionId })}
          />
        )}
        <AddLink reference={page.suggested} />
        {standing.length > 0 ? <EndLink standing={standing} /> : null}
        {ended.length > 0 ? (
          <>
            <h2 className="govuk-heading-m">Ended</h2>
            <RelationList
              relations={ended}
              elsewhere={0}
              hrefOf={(submissionId: Id<'Submission'>) => link('submissions/submission', { submissionId })}
            />
          </>
        ) : null}
      </TwoThirds>
    </Page>
  );
}

function AddLink({ reference }: { reference: string }) {
  return (
    <>
      <h2 className="govuk-heading-m">Add a link</h2>
      <Form intent="relate" values={{ reference }}>
        <Input
          name="reference"
          label="Reference of the other report"
          hint="For example, K7M2P-9QXDR"
          autoComplete="off"
          spellCheck={false}
          className="govuk-input--width-20"
        />
        <Radios
          name="kind"
          legend="How are they linked?"
          small
          items={relationCodes.map((code) => ({ value: code, label: relationKinds[code].label }))}
        />
        <Input name="reason" label="Why do you link them?" autoComplete="off" />
        <Button preventDoubleClick>Link the reports</Button>
      </Form>
    </>
  );
}

function EndLink({ standing }: { standing: LinksPage['relations'] }) {
  return (
    <>
      <h2 className="govuk-heading-m">End a link</h2>
      <Form intent="end">
        <Radios
          name="relationId"
          legend="Link"
          small
          items={standing.map((relation) => ({
            value: relation.id,
            label: `${relationWords(relation)} ${relation.other.reference}`,
          }))}
        />
        <Input
          name="endReason"
          label="Why does it no longer hold?"
          hint="The link stays on record with this reason."
          autoComplete="off"
        />
        <Button variant="secondary" preventDoubleClick>
          End the link
        </Button>
      </Form>
    </>
  );
}
