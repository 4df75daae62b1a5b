import { transaction, type Tx } from '#app/platform/db/transaction.ts';
import { record } from '../audit/record.server.ts';
import { partnerQuarters, type PartnerQuarter } from '../figures/partner-quarters.server.ts';
import { sentReports, type ListInput, type SentReport } from '../intake/own-reports/sent-reports.server.ts';
import type { Ctx } from '../kernel/context.ts';
import type { Id } from '../kernel/id.ts';
import {
  ledOrganisation,
  requireLead,
  type LedOrganisation,
} from '../people/organisations/own-organisation.server.ts';

/** That a report exists, and how it stands and ended. What the agreement does not let its leads see is null. */
export type LedReport = Omit<SentReport, 'id' | 'promise'> & { id: string | null };

/** For how many reports the police wait for an answer of one member; `name` is null where the agreement hides it. */
type AnswersAwaited = { name: string | null; count: number; oldest: Date };

export type OwnOrganisation = LedOrganisation & {
  sent: LedReport[];
  older: string | null;
  awaited: AnswersAwaited[];
  quarters: PartnerQuarter[];
};

/**
 * A partner lead's own organisation: members, sites, its reports as far as its agreement goes, and what came of them.
 * Looking at the list of reports is recorded. @throws NotFound
 */
export async function ownOrganisation(ctx: Ctx, input: ListInput): Promise<OwnOrganisation> {
  const organisationId = requireLead(ctx);
  return transaction(ctx.db, async (tx) => {
    const led = await ledOrganisation(tx, ctx, organisationId);
    await record(tx, ctx, {
      type: 'submission.listed',
      data: { queue: 'own organisation', view: led.authors ? 'status and authors' : 'status' },
      subject: { type: 'organisation', id: organisationId },
    });
    const { sent, older } = await sentReports(tx, ctx, { organisationId }, input);
    return {
      ...led,
      sent: sent.map((report) => asSeen(report, led)),
      older,
      awaited: await answersAwaited(tx, organisationId, led),
      quarters: await partnerQuarters(tx, ctx, organisationId),
    };
  });
}

/** The partner's own reference was typed into the report, so it is read by whoever may read that. */
function asSeen({ promise: _, ...report }: SentReport, { covers, authors }: LedOrganisation): LedReport {
  return {
    ...report,
    id: covers ? report.id : null,
    partnerReference: covers ? report.partnerReference : null,
    sentBy: authors ? report.sentBy : null,
  };
}

async function answersAwaited(
  tx: Tx,
  organisationId: Id<'Organisation'>,
  { authors }: LedOrganisation,
): Promise<AnswersAwaited[]> {
  return tx.$queryRaw<AnswersAwaited[]>`
    SELECT CASE WHEN ${authors} THEN account.display_name END AS name, count(*)::integer AS count,
      min(submission.status_changed_at) AS oldest
    FROM submission JOIN account ON account.id = submission.submitted_by
    WHERE submission.organisation_id = ${organisationId}::uuid AND submission.closed_at IS NULL
      AND submission.status = 'clarification'
    GROUP BY 1 ORDER BY oldest, name`;
}
