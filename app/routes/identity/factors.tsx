import { z } from 'zod';
import { isId } from '#app/domain/kernel/id.ts';
import { NotFound } from '#app/domain/kernel/failures.ts';
import { ownFactors, removeFactor } from '#app/domain/people/factors/factors.server.ts';
import { flash } from '#app/http/forms/flash.ts';
import { formAction } from '#app/http/forms/form-action.ts';
import { link } from '#app/http/link.ts';
import { ctxOf, reachContext } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { safeNext } from '#app/http/server/safe-next.ts';
import { Button, ButtonLink } from '#app/ui/govuk/Button.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Form } from '#app/ui/layout/Form.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { TwoThirds } from '#app/ui/layout/TwoThirds.tsx';
import { useMessages } from '#app/ui/messages.ts';
import type { Route } from './+types/factors.ts';

export const handle = {
  access: 'signed_in',
  recentProof: true,
  beforeSecondFactor: 'first_factor',
} satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  const { standing, needsFactor } = args.context.get(reachContext);
  return {
    ...(await ownFactors(ctxOf(args))),
    first: standing === 'first_factor',
    needed: needsFactor,
    next: safeNext(args.url.searchParams.get('next')),
  };
}

const form = z.object({ factor: z.string() });

export const action = formAction(form, async ({ factor }, args: Route.ActionArgs) => {
  if (!isId<'Factor'>(factor)) throw new NotFound();
  const { needsFactor } = args.context.get(reachContext);
  await removeFactor(ctxOf(args), { factorId: factor, needed: needsFactor });
  return flash(link('identity/factors'), 'factor-removed');
});

export default function Factors({ loaderData }: Route.ComponentProps) {
  const { factors, codesLeft, first, needed, next } = loaderData;
  const t = useMessages();
  const words = t.secondFactor;
  if (first)
    return (
      <Page title={words.first.title}>
        <TwoThirds>
          <PageHeading>{words.first.title}</PageHeading>
          <p className="govuk-body">{words.first.lead}</p>
          <p className="govuk-body">{words.first.passkey}</p>
          <ButtonLink href={link('identity/factor-passkey', {}, { next })}>{words.addPasskey}</ButtonLink>
          <p className="govuk-body">{words.first.app}</p>
          <ButtonLink href={link('identity/factor-app', {}, { next })} variant="secondary">
            {words.addApp}
          </ButtonLink>
        </TwoThirds>
      </Page>
    );
  return (
    <Page title={words.title} backHref={link('identity/account')}>
      <PageHeading>{words.title}</PageHeading>
      <p className="govuk-body">{words.lead}</p>
      {factors.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <CardTable
          caption={words.title}
          captionHidden
          columns={[
            { header: words.title },
            { header: words.added },
            { header: words.lastUsed },
            { header: words.remove, visuallyHidden: true },
          ]}
          rows={factors.map(({ id, kind, name, confirmedAt, lastUsedAt }) => ({
            key: id,
            cells: [
              words.named({ kind: words.kind[kind], name }),
              <DateTime key="added" at={confirmedAt} />,
              lastUsedAt === null ? words.never : <DateTime key="used" at={lastUsedAt} />,
              needed && factors.length === 1 ? null : (
                <Form key="remove">
                  <input type="hidden" name="factor" value={id} />
                  <Button variant="secondary" preventDoubleClick>
                    {words.remove}
                    <span className="govuk-visually-hidden"> {name}</span>
                  </Button>
                </Form>
              ),
            ],
          }))}
        />
      )}
      {needed && factors.length === 1 ? <p className="govuk-body">{words.needed}</p> : null}
      <div className="govuk-button-group">
        <ButtonLink href={link('identity/factor-passkey')}>{words.addPasskey}</ButtonLink>
        <ButtonLink href={link('identity/factor-app')} variant="secondary">
          {words.addApp}
        </ButtonLink>
      </div>
      {factors.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">{words.codes.title}</h2>
          <p className="govuk-body">
            {codesLeft === 0 ? words.codes.none : words.codes.left({ count: codesLeft })}
          </p>
          <ButtonLink href={link('identity/recovery-codes')} variant="secondary">
            {words.codes.make}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
