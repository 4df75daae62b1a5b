/**
 * What becomes of the rows of a table in the end. `report`: they go with their report, by the rules of the pack. `lastReport`:
 * with the last report that names what they are about. `cleared`: a
 * job removes them after the days of the pack, or when their time is over. `kept`: for ever, and why.
 */
export type TableRule =
  | { report: true }
  | { lastReport: true }
  | { cleared: 'sessions' | 'links' | 'drafts' | 'files' | 'limits' | 'searches' }
  | { kept: string };

const report = { report: true } as const;
const kept = (why: string) => ({ kept: why });

const ofPack = kept(
  'Data of the force’s pack, replaced by the next one; reports were routed and counted by it.',
);
const rules = kept(
  'What was decided, by whom and by which rules: reports are explained by it. No person is in it.',
);
const people = kept('Accountability: the trail and reports name who acted. Suspended, never removed.');
const roles = kept('Who could do what, and who agreed to it.');
const roster = kept('Who was on duty when a High report waited.');
const plan = kept('The record of the delivery plan: written for it, and about nobody who is reported.');
const counts = kept(
  'What figures count of a report that went: no content, no person, nothing that leads to it.',
);
const published = kept('Figures as they were published. Nobody can be told from them.');

/** Every table that the portal has, by its model. A test holds it against the database. */
export const tableRules: Readonly<Record<string, TableRule>> = {
  Setting: kept('A handful of settings of the portal itself.'),
  RateLimit: { cleared: 'limits' },
  KeptSearch: { cleared: 'searches' },
  AuditEvent: kept(
    'Logging that the law asks for (Data Protection Act 2018, section 62), and the evidence of disposal. It names things by id and code and never repeats content.',
  ),
  AuditSeal: kept('The chain over the trail, which is kept as long as the trail.'),
  AuditVerification: kept('That the trail was looked through, and what was found.'),
  ForcePack: ofPack,
  ForceSetting: rules,
  RetentionAgreed: rules,
  Area: ofPack,
  PostcodeRule: ofPack,
  Queue: ofPack,
  FormVersion: ofPack,
  RoutingRuleSet: rules,
  RoutingDraft: rules,
  RoutingReplay: rules,
  RoutingReplayDifference: report,
  Relinking: rules,
  Organisation: kept('Reports and figures name the organisation that sent them.'),
  OrganisationFormerName: kept('Reports were sent under the name that an organisation had.'),
  AgreementNotice: kept('That it was told in time that an agreement ends.'),
  OrganisationSite: kept('Reports name the site that sent them.'),
  Account: people,
  AccountRole: roles,
  RoleRequest: roles,
  RoleRequestRole: roles,
  Invitation: { cleared: 'links' },
  PasswordReset: { cleared: 'links' },
  Session: { cleared: 'sessions' },
  Factor: kept('How the owner of an account shows who they are. It goes when it is removed or lost.'),
  RecoveryCode: kept('Hashes of codes, replaced when new ones are made.'),
  FactorLoss: roles,
  DirectoryIdentity: people,
  DirectorySession: { cleared: 'sessions' },
  DutyListEntry: roster,
  DutyAbsence: roster,
  DutyGapNotice: roster,
  Plan: plan,
  PlanItem: plan,
  PlanStep: plan,
  PlanResponsibleRole: plan,
  PlanStrategicLink: plan,
  PlanEvidence: plan,
  PlanEvent: plan,
  PlanItemStatus: plan,
  PlanItemOwner: plan,
  PlanReviewNotice: plan,
  PlanProposal: plan,
  PlanWithheld: plan,
  PlanEdition: plan,
  Draft: { cleared: 'drafts' },
  Attachment: { cleared: 'files' },
  Submission: report,
  SubmissionAccess: report,
  SubmissionContent: report,
  SubmissionEvent: report,
  SubmissionRoute: report,
  SubmissionWatcher: report,
  SubmissionPlanLink: report,
  SubmissionPerson: report,
  SubmissionPlace: report,
  SubmissionVehicle: report,
  SubmissionOrganisation: report,
  SubmissionContact: report,
  SubmissionLink: report,
  SubmissionRelation: report,
  SubmissionRelationEnd: report,
  SubmissionNote: report,
  SubmissionExport: report,
  Supplement: report,
  SourceRecord: report,
  SourceRequest: report,
  SourceReading: report,
  SealingKey: kept('Ids of keys, no keys: which ones the backups must still have.'),
  ContactRecord: report,
  PartnerMessage: report,
  AnswerJudgement: report,
  ReusableText: kept('What officers were offered to write to partners. Nothing of a report is in it.'),
  SavedView: kept('How somebody likes to see a queue. It goes when its owner removes it.'),
  IntelligenceItem: report,
  ItemVoid: report,
  ItemGrade: report,
  SanitisedText: report,
  SanitisedMention: report,
  WatchNotice: report,
  WatchReading: report,
  EntityMerge: { lastReport: true },
  EntityMergeEnd: { lastReport: true },
  EntityKey: kept('By what ids of entities are made. It says nothing of any.'),
  ItemApproval: report,
  Dissemination: report,
  DisseminationRecall: report,
  DisseminationStep: report,
  DisseminationMessage: report,
  DangerAct: report,
  Agreement: report,
  RecordLink: report,
  ContactPlan: report,
  ContactMade: report,
  ContactDue: report,
  HighNotice: report,
  HighDelivery: report,
  RaisedPromise: report,
  // Of a report, an item or a dissemination; those of the plan stay with it.
  Task: report,
  TaskEvent: report,
  PublishedQuarter: published,
  PublishedCell: published,
  RetentionKeeping: report,
  LegalHold: report,
  Disposal: report,
  DisposalRunning: kept('A row for as long as a disposal runs; none stays.'),
  DisposedSubmission: counts,
  DisposedPlanLink: counts,
  SubmissionCount: counts,
  DisposedPlace: counts,
  ImmigrationUse: counts,
};
