import { readEdition } from '#app/domain/plan/editions/editions.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import { idsOf } from '#app/http/server/ids-of.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { EditionFiles, EditionText } from './EditionText.tsx';
import type { Route } from './+types/edition.ts';

export const handle = { access: 'plan.read' } satisfies RouteHandle;

export const loader = (args: Route.LoaderArgs) => readEdition(ctxOf(args), { ...idsOf(args), as: 'page' });

export default function EditionPage({ loaderData: edition }: Route.ComponentProps) {
  const { id: editionId, plan, number, publishedAt, by, lines, title } = edition;
  const planId = plan.id;
  return (
    <Page
      title="Public edition of a plan"
      backHref={link('plans/editions', { planId })}
      backText="Public editions"
    >
      <PageHeading caption={`Edition ${number}`}>{title}</PageHeading>
      <p className="govuk-body portal-no-print">
        Published on <DateTime at={publishedAt} dateOnly /> by {by}. Save it as{' '}
        <EditionFiles planId={planId} editionId={editionId} number={number} />.
      </p>
      <EditionText number={number} lines={lines} withholdHref={null} />
    </Page>
  );
}
