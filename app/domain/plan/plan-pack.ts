import {
  activityCode,
  aimCode,
  isWithheld,
  numberingNotes,
  planItems,
  type NumberingGap,
  type PlanItemRow,
} from './plan-pack-items.ts';
import type { PlanAction, PlanFile } from './plan-pack-schema.ts';

/** How an action is to be done. `strategy` is NS (National Strategy), S (Sentinel) or null. */
export type PlanStepRow = {
  itemCode: string;
  position: number;
  text: string;
  strategy: string | null;
  redacted: boolean;
};

/** The title of a role that answers for an action; "[REDACTED]" where the source withholds it. */
export type PlanRoleRow = { itemCode: string; position: number; roleTitle: string };

/** A strategic link as printed. `targetCode` is null for a strategy, and for a number that has no row in the plan. */
export type PlanLinkRow = { itemCode: string; position: number; label: string; targetCode: string | null };

/** An entry of the evidence log as the source has it. `itemCode` is the aim or action, `activityCode` its activity. */
export type PlanEvidenceRow = {
  sourceId: string;
  itemCode: string;
  activityCode: string | null;
  position: number;
  text: string;
  updateMark: boolean;
  style: 'red' | 'bold' | 'italic' | null;
  redacted: boolean;
};

/** A whole plan as rows; codes stand where the database has keys. Positions count from 1 within an item. */
export type PlanRows = {
  title: string;
  source: PlanFile['source'] & { strategicLinkKeys: Record<string, string>; numberingNotes: NumberingGap[] };
  glossary: Record<string, string>;
  items: PlanItemRow[];
  steps: PlanStepRow[];
  responsibleRoles: PlanRoleRow[];
  strategicLinks: PlanLinkRow[];
  evidence: PlanEvidenceRow[];
};

type Entry = PlanAction['commentary'][number];

function evidenceRow(
  entry: Entry,
  index: number,
  itemCode: string,
  activity: string | null,
): PlanEvidenceRow {
  return {
    sourceId: entry.id,
    itemCode,
    activityCode: activity,
    position: index + 1,
    text: entry.text,
    updateMark: entry.update,
    style: entry.style,
    redacted: entry.redacted,
  };
}

function evidenceRows(file: PlanFile): PlanEvidenceRow[] {
  const ofAims = file.pccAims.flatMap((aim) =>
    aim.evidence.map((entry, index) =>
      evidenceRow(
        entry,
        index,
        aimCode(aim.ref),
        entry.activity === undefined ? null : activityCode(aim.ref, entry.activity),
      ),
    ),
  );
  const ofActions = file.localActions.flatMap((action) =>
    action.commentary.map((entry, index) => evidenceRow(entry, index, action.ref, null)),
  );
  return [...ofAims, ...ofActions];
}

/** Turns the plan's file into rows. Pure: the same file gives the same rows, word for word. */
export function planRows(file: PlanFile): PlanRows {
  const items = planItems(file);
  const linkable = new Set(items.filter(({ kind }) => kind !== 'gap').map(({ code }) => code));
  return {
    title: file.source.title,
    source: {
      ...file.source,
      strategicLinkKeys: file.strategicLinkKeys,
      numberingNotes: numberingNotes(file),
    },
    glossary: file.glossary,
    items,
    steps: file.localActions.flatMap((action) =>
      action.how.map((step, index) => ({
        itemCode: action.ref,
        position: index + 1,
        text: step.text,
        strategy: step.strategy,
        redacted: isWithheld(step.text),
      })),
    ),
    responsibleRoles: file.localActions.flatMap((action) =>
      action.responsibilityRoles.map((roleTitle, index) => ({
        itemCode: action.ref,
        position: index + 1,
        roleTitle,
      })),
    ),
    strategicLinks: file.localActions.flatMap((action) =>
      action.strategicLinks.map((label, index) => ({
        itemCode: action.ref,
        position: index + 1,
        label,
        targetCode: linkable.has(label) ? label : null,
      })),
    ),
    evidence: evidenceRows(file),
  };
}
