import { readSettings, type SettingChangeLine } from '#app/domain/admin/settings/read-settings.server.ts';
import { newRow } from '#app/domain/admin/settings/setting-rows.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';
import { CardTable } from '#app/ui/layout/CardTable.tsx';
import { DateTime } from '#app/ui/layout/DateTime.tsx';
import { Page } from '#app/ui/layout/Page.tsx';
import { PageHeading } from '#app/ui/layout/PageHeading.tsx';
import { SettingLines } from './SettingLines.tsx';
import { partWords, rowLines, rowTitle } from '#app/ui/settings/setting-words.ts';
import type { Route } from './+types/settings.ts';

export const handle = { access: 'settings.manage', section: 'settings' } satisfies RouteHandle;

export async function loader(args: Route.LoaderArgs) {
  return await readSettings(ctxOf(args));
}

export default function Settings({ loaderData: { parts, changes } }: Route.ComponentProps) {
  const waiting = changes.filter(({ decision }) => decision === null);
  return (
    <Page title="Settings">
      <PageHeading>Settings</PageHeading>
      <p className="govuk-body">
        The force’s pack is where they begin. What is changed here holds from the day that you say, and stays
        when a pack is loaded.
      </p>
      {waiting.length > 0 ? <Changes caption="Waiting for another administrator" changes={waiting} /> : null}
      {parts.map(({ part, rows }) => {
        const { title, about, one, add } = partWords[part];
        return (
          <section key={part} aria-labelledby={part}>
            <h2 className="govuk-heading-m" id={part}>
              {title}
            </h2>
            <p className="govuk-body">{about}</p>
            <SummaryList
              rows={rows.map(({ code, row }) => ({
                key: rowTitle(code, row),
                value: <SettingLines lines={rowLines(row)} />,
                actions: [
                  {
                    href: link('administration/setting', { part, code }),
                    text: 'Change',
                    visuallyHiddenText: `${one.toLowerCase()} ${rowTitle(code, row)}`,
                  },
                ],
              }))}
            />
            {add === null ? null : (
              <p className="govuk-body">
                <a className="govuk-link" href={link('administration/setting', { part, code: newRow })}>
                  {add}
                </a>
              </p>
            )}
          </section>
        );
      })}
      {changes.length > waiting.length ? (
        <Changes caption="Changes" changes={changes.filter(({ decision }) => decision !== null)} />
      ) : null}
    </Page>
  );
}

function Changes({ caption, changes }: { caption: string; changes: readonly SettingChangeLine[] }) {
  return (
    <CardTable
      caption={caption}
      columns={[
        { header: 'What' },
        { header: 'From', nowrap: true },
        { header: 'Asked by' },
        { header: 'Decided' },
      ]}
      rows={changes.map((change) => ({
        key: change.id,
        cells: [
          <a
            key="what"
            className="govuk-link"
            href={link('administration/setting-change', { changeId: change.id })}
          >
            {partWords[change.part].title}, version {change.version}
          </a>,
          <DateTime key="from" at={change.from} dateOnly short />,
          change.askedBy,
          change.decision === null ? 'Not yet' : `${decisionWords[change.decision]} by ${change.decidedBy}`,
        ],
      }))}
    />
  );
}

const decisionWords = { approved: 'Approved', refused: 'Refused', withdrawn: 'Withdrawn' } as const;
