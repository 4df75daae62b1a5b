import { readSettings, type SettingChangeLine } from '#app/domain/admin/settings/read-settings.server.ts';
import { allOfPack, newRow } from '#app/domain/admin/settings/setting-rows.ts';
import type { SettingPart } from '#app/domain/force/setting-parts.ts';
import { link } from '#app/http/link.ts';
import { ctxOf } from '#app/http/server/context.ts';
import type { RouteHandle } from '#app/http/server/route-handle.ts';
import { Details } from '#app/ui/govuk/Details.tsx';
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
      {parts.map(({ part, rows, asInPack }) => {
        const { title, about, one, add } = partWords[part];
        return (
          <section key={part} aria-labelledby={part}>
            <h2 className="govuk-heading-m" id={part}>
              {title}
            </h2>
            <p className="govuk-body">{about}</p>
            <Details summary={`${title}: ${rows.length}${asInPack ? '' : ', not all as in the pack'}`}>
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
            </Details>
            {add === null ? null : <SettingLink part={part} code={newRow} text={add} />}
            {asInPack ? null : (
              <SettingLink
                part={part}
                code={allOfPack}
                text={`Go back to the pack’s ${title.toLowerCase()}`}
              />
            )}
          </section>
        );
      })}
      {changes.length > waiting.length ? (
        <Details summary={`Changes: ${changes.length - waiting.length}`}>
          <Changes caption="Changes" changes={changes.filter(({ decision }) => decision !== null)} />
        </Details>
      ) : null}
    </Page>
  );
}

const SettingLink = ({ part, code, text }: { part: SettingPart; code: string; text: string }) => (
  <p className="govuk-body">
    <a className="govuk-link" href={link('administration/setting', { part, code })}>
      {text}
    </a>
  </p>
);

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
