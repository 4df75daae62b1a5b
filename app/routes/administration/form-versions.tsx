import { formVersions, type FormVersionLine } from '#app/domain/form/form-versions.server.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { StatusTag } from '#app/ui/layout/StatusTag.tsx';
import type { Route } from './+types/form-versions.ts';

export const handle = { access: 'forms.read', section: 'formVersions' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return { lines: await formVersions(ctxOf(args)) };
}

export default function FormVersions({ loaderData: { lines } }: Route.ComponentProps) {
  return (
    <Page title="Versions of the form">
      <PageHeading>Versions of the form</PageHeading>
      <p className="govuk-body">
        A published version never changes. A change is a new version with its own agreement; reports keep the
        version that they were written with.
      </p>
      {lines.every(({ agreed }) => agreed !== null) ? (
        <p className="govuk-body">No new version is proposed.</p>
      ) : null}
      <CardTable
        caption="Versions of the form, newest first"
        captionHidden
        columns={[
          { header: 'Version' },
          { header: 'Status' },
          { header: 'Agreed' },
          { header: 'With' },
          { header: 'Published', nowrap: true },
          { header: 'Reports sent', numeric: true },
          { header: 'Fingerprint' },
          { header: 'Look at', visuallyHidden: true },
        ]}
        rows={lines.map((line) => ({ key: String(line.version), cells: cellsOf(line) }))}
      />
    </Page>
  );
}

function cellsOf(line: FormVersionLine) {
  const { version, agreed, publishedAt, inForce } = line;
  return [
    `Version ${version}`,
    agreed === null ? (
      <StatusTag key="status" text="Proposed" colour="yellow" />
    ) : (
      <StatusTag key="status" text={inForce ? 'Published' : 'Agreed'} colour={inForce ? 'green' : 'blue'} />
    ),
    agreed === null ? (
      'Not yet'
    ) : (
      <DateTime key="agreed" at={new Date(`${agreed.on}T12:00:00Z`)} dateOnly short />
    ),
    agreed?.with ?? 'Nobody yet',
    publishedAt === null ? 'Not yet' : <DateTime key="published" at={publishedAt} dateOnly short />,
    line.submissions,
    <code key="hash">{line.hash.slice(0, 16)}</code>,
    <Links key="links" version={version} />,
  ];
}

function Links({ version }: { version: number }) {
  return (
    <>
      <a className="govuk-link" href={link('administration/form-version', { version: `${version}` })}>
        Look at<span className="govuk-visually-hidden"> version {version}</span>
      </a>
      {version === 1 ? null : (
        <>
          {' '}
          <a
            className="govuk-link"
            href={link('administration/form-versions-compare', {}, { from: version - 1, to: version })}
          >
            Compare<span className="govuk-visually-hidden"> version {version}</span> with {version - 1}
          </a>
        </>
      )}
    </>
  );
}
