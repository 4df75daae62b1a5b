import type { Tx } from '#app/platform/db/transaction.ts';
import { everyForm } from '../form/forms.server.ts';
import { currentRules } from '../routing/current-rules.server.ts';
import { listedCommunities } from '../routing/listed-communities.ts';
import { namesInForms } from '../routing/value-names.server.ts';
import type { Span } from './volume-rows.ts';

/** By name, in the order of their names: how many are listed, and those of whom no report of the span told. */
export type SilentCommunities = {
  languages: { listed: number; silent: string[] };
  nationalities: { listed: number; silent: string[] };
};

/**
 * The communities that the force's rules list for the plan and of whom no report received in the span tells: the force as a
 * whole, whatever the figures are narrowed to, and so never beside an organisation (product.md, "What must never happen" 7).
 * It is what nobody told, not that there is nobody.
 */
export async function silentCommunities(tx: Tx, { from, to }: Span): Promise<SilentCommunities> {
  const { languages, nationalities } = listedCommunities(await currentRules(tx));
  const rows = await tx.$queryRaw<{ kind: 'language' | 'nationality'; code: string }[]>`
    SELECT DISTINCT 'language' AS kind, told.code FROM submission s JOIN submission_person p ON p.submission_id = s.id
      CROSS JOIN unnest(p.languages) AS told (code) WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to}
    UNION ALL SELECT DISTINCT 'nationality', told.code FROM submission s JOIN submission_person p ON p.submission_id = s.id
      CROSS JOIN unnest(p.nationalities) AS told (code) WHERE s.submitted_at >= ${from} AND s.submitted_at < ${to}`;
  const names = namesInForms(await everyForm(tx));
  const silentOf = (
    kind: 'language' | 'nationality',
    listed: string[],
    words: Readonly<Record<string, string>>,
  ) => {
    const told = new Set(rows.filter((row) => row.kind === kind).map(({ code }) => code.toLowerCase()));
    const silent = listed.filter((code) => !told.has(code.toLowerCase())).map((code) => words[code] ?? code);
    return { listed: listed.length, silent: silent.sort((one, other) => one.localeCompare(other)) };
  };
  return {
    languages: silentOf('language', languages, names.languages),
    nationalities: silentOf('nationality', nationalities, names.nationalities),
  };
}
