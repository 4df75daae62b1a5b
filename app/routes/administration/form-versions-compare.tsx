import { compareDefinitions, type PartChange, type PartLine } from '#app/domain/form/compare-definitions.ts';
import { versionToRead, versionsToRead } from '#app/domain/form/form-versions.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import type { Route } from './+types/form-versions-compare.ts';

export const handle = { access: 'forms.read', section: 'formVersions' } satisfies RouteHandle;

/** Without numbers in the address: the newest version against the one before it. */
export async function loader(args: Route.LoaderArgs) {
  const versions = await versionsToRead(ctxOf(args));
  const newest = versions.length;
  const number = (written: string | null, otherwise: number) => written ?? String(otherwise);
  const from = versionToRead(versions, number(args.url.searchParams.get('from'), Math.max(1, newest - 1)));
  const to = versionToRead(versions, number(args.url.searchParams.get('to'), newest));
  return { from: from.version, to: to.version, ...compareDefinitions(from, to) };
}

const tags = {
  added: { text: 'Added', colour: 'green' },
  removed: { text: 'Removed', colour: 'red' },
  changed: { text: 'Changed', colour: 'blue' },
} as const;

export default function CompareVersions({ loaderData }: Route.ComponentProps) {
  const { from, to, changes, unchanged } = loaderData;
  const count = (change: PartChange['change']) => changes.filter((each) => each.change === change).length;
  return (
    <Page title="Compare versions of the form" backHref={link('administration/form-versions')}>
      <PageHeading>
        Version {from} and version {to}
      </PageHeading>
      <p className="govuk-body">
        Of its sections, pages and questions {count('added')} are added, {count('removed')} removed,{' '}
        {count('changed')} changed and {unchanged} the same. Of what is changed only what differs is shown.
      </p>
      {changes.length === 0 ? null : (
        <CardTable
          caption={`What differs between version ${from} and version ${to}`}
          captionHidden
          columns={[
            { header: 'Part of the form' },
            { header: 'Change' },
            { header: `Version ${from}` },
            { header: `Version ${to}` },
          ]}
          rows={changes.map((each) => ({
            key: each.name,
            cells: [
              each.name,
              <StatusTag key="change" {...tags[each.change]} />,
              <Lines key="from" lines={each.from} />,
              <Lines key="to" lines={each.to} />,
            ],
          }))}
        />
      )}
    </Page>
  );
}

function Lines({ lines }: { lines: PartLine[] | null }) {
  if (lines === null) return 'Not there';
  if (lines.length === 0) return 'Nothing else';
  return (
    <ul className="govuk-list">
      {lines.map((line, index) => (
        <li key={index}>
          <strong>{line.about}:</strong> {line.text}
        </li>
      ))}
    </ul>
  );
}
