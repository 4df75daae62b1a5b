import { z } from 'zod';
import { text } from '#app/domain/kernel/fields.ts';
import { isId } from '#app/domain/kernel/id.ts';
import {
  askForNewFactor,
  decideNewFactor,
  factorsOfAccount,
} from '#app/domain/people/factors/lost-factor.server.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Button } from '#app/ui/govuk/Button.tsx';
import { InsetText } from '#app/ui/govuk/InsetText.tsx';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { Textarea } from '#app/ui/govuk/Textarea.tsx';
import { WarningText } from '#app/ui/govuk/WarningText.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import type { Route } from './+types/lost-factor.ts';

export const handle = {
  access: 'accounts.manage',
  section: 'accounts',
  recentProof: true,
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { account: await factorsOfAccount(ctxOf(args), { accountId: idsOf(args).accountId }) };
}

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('lost'),
    reason: text({ missing: 'Enter how you know that it is lost', name: 'Reason', limit: 500 }),
  }),
  z.object({ intent: z.enum(['approved', 'refused', 'withdrawn']), loss: z.string() }),
]);

/** Answers an approval with the code, which no address shows again. */
export const action = formAction(form, async (input, args: Route.ActionArgs) => {
  const { accountId } = idsOf(args);
  const address = link('administration/lost-factor', { accountId });
  if (input.intent === 'lost') {
    await askForNewFactor(ctxOf(args), { accountId, reason: input.reason });
    return flash(address, 'factor-lost');
  }
  const { intent: decision, loss } = input;
  if (!isId<'FactorLoss'>(loss)) throw new NotFound();
  const code = await decideNewFactor(ctxOf(args), { lossId: loss, decision });
  if (code === null) return flash(address, `factor-${decision === 'withdrawn' ? 'withdrawn' : 'refused'}`);
  return { values: {}, errors: [], collision: null, code };
});

const kinds = { passkey: 'Passkey', code_app: 'Authenticator app' } as const;

export default function LostFactor({ loaderData: { account }, actionData, params }: Route.ComponentProps) {
  const { waiting } = account;
  const code = actionData && 'code' in actionData ? actionData.code : null;
  return (
    <Page
      title="Lost second factor"
      backHref={link('administration/account', { accountId: params.accountId })}
      backText="Account"
    >
      <TwoThirds>
        <PageHeading caption="Lost second factor">{account.displayName}</PageHeading>
        {code === null ? null : (
          <>
            <WarningText>
              Tell them this code in person, or on a telephone number that you know to be theirs. Do not email
              it. It is shown once and works once.
            </WarningText>
            <p className="govuk-body portal-code">{code}</p>
            <p className="govuk-body">
              They sign in with their password, enter the code, and set up a new second factor.
            </p>
          </>
        )}
        <SummaryList
          rows={[
            { key: 'Email address', value: account.email },
            {
              key: 'Second factors',
              value:
                account.factors.length === 0
                  ? 'None'
                  : account.factors.map(({ kind, name }) => (
                      <div key={`${kind} ${name}`}>
                        {kinds[kind]}: {name}
                      </div>
                    )),
            },
            waiting && { key: 'Asked by', value: waiting.askedBy },
            waiting && { key: 'Asked', value: <DateTime at={waiting.askedAt} /> },
            waiting && { key: 'Why', value: <span className="portal-verbatim">{waiting.reason}</span> },
          ]}
        />
        {waiting === null ? (
          account.own || account.status !== 'active' || code !== null ? null : (
            <Form intent="lost">
              <h2 className="govuk-heading-m">It is lost</h2>
              <p className="govuk-body">
                Ask for a new start where somebody has lost their second factor and their recovery codes, or
                had their password set by an emailed link before they had one. Another administrator decides.
              </p>
              <Textarea
                name="reason"
                label="How do you know that it is lost, and that it is them?"
                hint="Kept in the audit trail"
                rows={3}
              />
              <Button preventDoubleClick>Ask for a new start</Button>
            </Form>
          )
        ) : waiting.own ? (
          <Form intent="withdrawn">
            <input type="hidden" name="loss" value={waiting.id} />
            <InsetText>
              Another administrator decides this. Where there is none, somebody who runs the server can
              approve it there, with the command <code>lost-factor</code>.
            </InsetText>
            <Button variant="secondary" preventDoubleClick>
              Withdraw the request
            </Button>
          </Form>
        ) : (
          <>
            <Form intent="approved">
              <input type="hidden" name="loss" value={waiting.id} />
              <h2 className="govuk-heading-m">Approve</h2>
              <p className="govuk-body">
                Make sure, other than by email, that it is them. Their second factors end at once, they are
                signed out everywhere, and you get a code to tell them.
              </p>
              <Button variant="warning" preventDoubleClick>
                Approve and show the code
              </Button>
            </Form>
            <Form intent="refused">
              <input type="hidden" name="loss" value={waiting.id} />
              <Button variant="secondary" preventDoubleClick>
                Refuse
              </Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </Page>
  );
}
