import type { Id } from '#app/domain/kernel/id.ts';

/** What the parameters of addresses name. */
type Rows = {
  absenceId: 'DutyAbsence';
  accountId: 'Account';
  areaId: 'Area';
  changeId: 'ForceSetting';
  attachmentId: 'Attachment';
  disseminationId: 'Dissemination';
  draftId: 'Draft';
  entityId: 'Entity';
  entryId: 'DutyListEntry';
  exportId: 'SubmissionExport';
  fileId: 'Attachment';
  itemId: 'IntelligenceItem';
  eventId: 'PlanEvent';
  organisationId: 'Organisation';
  planId: 'Plan';
  planItemId: 'PlanItem';
  evidenceId: 'PlanEvidence';
  editionId: 'PlanEdition';
  withheldId: 'PlanWithheld';
  proposalId: 'PlanProposal';
  siteId: 'OrganisationSite';
  requestId: 'RoleRequest';
  openingId: 'SourceRequest';
  searchId: 'KeptSearch';
  submissionId: 'Submission';
  taskId: 'Task';
};

type Ids<Params> = { [Name in keyof Params]: Name extends keyof Rows ? Id<Rows[Name]> : Params[Name] };

/** The parameters of the address, each of which the guard has found to be an id, as ids of what they name. */
export function idsOf<Params>({ params }: { params: Params }): Ids<Params> {
  return params as Ids<Params>;
}
