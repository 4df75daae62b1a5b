import { readRetentionRules } from '#app/domain/retention/retention-rules.server.ts';
import { mostCounted } from '#app/domain/retention/retention-words.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import type { Route } from './+types/retention.ts';

export const handle = { access: 'retention.oversee', section: 'retentionRules' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { page: await readRetentionRules(ctxOf(args)) };
}

export default function RetentionRules({ loaderData: { page } }: Route.ComponentProps) {
  const { basis, rules, cleared, draftDays, due, held, disposed } = page;
  return (
    <Page title="Retention">
      <PageHeading>Retention</PageHeading>
      <p className="govuk-body">
        How long the portal keeps what it holds, by the {basis}. The rules are part of the force’s pack and
        change with it. FIB supervisors look at what is due; no report goes without two of them.
      </p>
      <SummaryList
        rows={[
          { key: 'Due now', value: counted(due) },
          { key: 'On legal hold', value: counted(held) },
          {
            key: 'Disposed of in the last 12 months',
            value:
              disposed.length === 0
                ? 'None'
                : disposed.map(({ rule, count }) => `${count.toLocaleString('en-GB')} by ${rule}`).join(', '),
          },
        ]}
      />
      <CardTable
        caption="Rules for reports that have ended, in their order: the first that holds counts"
        columns={[
          { header: 'Rule', nowrap: true },
          { header: 'What' },
          { header: 'After' },
          { header: 'Then' },
          { header: 'Why' },
        ]}
        rows={rules.map(({ code, what, months, then, why }) => ({
          key: code,
          cells: [
            code,
            what,
            months % 12 === 0 ? years(months / 12) : `${months} months`,
            then === 'dispose' ? 'It goes unless somebody keeps it' : 'Somebody looks whether it is needed',
            why,
          ],
        }))}
      />
      <h2 className="govuk-heading-m">What nobody has to decide about</h2>
      <SummaryList
        rows={[
          {
            key: 'Drafts',
            value: `${draftDays} days after their last change; one about danger stays until it is sent or deleted by hand`,
          },
          { key: 'Sessions', value: `${cleared.sessions} days after they end at the latest` },
          {
            key: 'Invitations and links for a new password',
            value: `${cleared.links} days after they run out`,
          },
          { key: 'Jobs and the mails among them', value: `${cleared.jobs} days after they were done` },
        ]}
      />
    </Page>
  );
}

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`);
const counted = (count: number) =>
  count === mostCounted ? `${count.toLocaleString('en-GB')} or more` : count.toLocaleString('en-GB');
