import type { Id } from '#app/domain/kernel/id.ts';
import type { SubmittedDocument } from '../../form/document.ts';
import type { OpenAnswers } from '../../form/source-identity.ts';
import type { ForceQueue } from '../../force/force-queues.server.ts';
import type { PlaceResolution } from '../../routing/postcode.ts';
import type { RoutingDecision } from '../../routing/route.ts';
import { submissionDueDates, type ClockTargets } from '../../force/clocks.ts';
import { workingCalendar, type WorkingHours } from '../../force/clocks-calendar.ts';
import type { Draft } from '../drafts/drafts.server.ts';
import type { Extracted } from './extract.ts';
import type { Entries } from './with-mentions.ts';
import { forceDay } from '../../kernel/postcode-rules.ts';
import type { Channel, OrganisationKind } from '../../kernel/report-labels.ts';
import type { SubmissionRows } from './write-submission.server.ts';

export type RowsInput = {
  id: Id<'Submission'>;
  reference: string;
  now: Date;
  draft: Draft;
  submittedBy: Id<'Account'>;
  /** The officer who entered it; null where the partner did. */
  enteredBy: Id<'Account'> | null;
  organisationKind: OrganisationKind;
  channel: Channel;
  exploitationTypes: string[];
  concernsChild: boolean;
  partnerReference: string | null;
  victimWantsContact: boolean;
  decision: RoutingDecision;
  queues: readonly ForceQueue[];
  planItemIds: ReadonlyMap<string, Id<'PlanItem'>>;
  places: readonly PlaceResolution[];
  settings: { clocks: ClockTargets; workingHours: WorkingHours };
  answers: OpenAnswers;
  /** The site that the reporter chose; null where none was, and their own counts. */
  site: Id<'OrganisationSite'> | null;
  document: SubmittedDocument;
  extracted: Entries & Pick<Extracted, 'links'>;
  /** Somebody is in danger, and only what suffices was asked. */
  sentAtOnce: boolean;
  withoutFactor: boolean;
  whileSuspended: boolean;
  /** How to reach whoever sends it; null where they said nothing. */
  contact: SubmissionRows['contactRecord'];
  /** Each is new, so it fits a row of any model. */
  newId: () => Id<never>;
};

/** Everything a new submission consists of, as rows keyed by column. Pure but for the ids it is given. */
export function submissionRows(input: RowsInput): SubmissionRows {
  const { id, decision, newId } = input;
  const at = input.now.toISOString();
  const queueId = (code: string) =>
    known(input.queues.find((queue) => queue.code === code)?.id, `queue ${code}`);
  const own = <const Row extends object>(row: Row) => ({ id: newId(), submission_id: id, ...row });
  const { extracted } = input;
  return {
    submission: submissionRow(input, at, queueId(decision.primaryQueue)),
    content: { submission_id: id, answers: input.answers, document: input.document },
    contactRecord: input.contact,
    events: [
      own({
        happened_at: at,
        action: 'submit',
        from_status: null,
        to_status: 'submitted',
        actor_id: input.enteredBy ?? input.submittedBy,
        comment: null,
        data: {},
      }),
    ],
    routes: [
      own({
        happened_at: at,
        queue_id: queueId(decision.primaryQueue),
        rule_set_version: decision.ruleSetVersion,
        rule_code: decision.primaryRule,
        reason: decision.reason,
        actor_id: null,
      }),
    ],
    watchers: decision.watchers.map((watcher) => ({
      submission_id: id,
      queue_id: queueId(watcher.queue),
      reason: watcher.reason,
    })),
    // A rule may name what only the plan before or the next one has: that is no reason to refuse a report.
    links: decision.planItems.flatMap((link) => {
      const planItemId = input.planItemIds.get(link.item);
      return planItemId
        ? [own({ plan_item_id: planItemId, rule_code: link.rule, reason: link.reason, linked_at: at })]
        : [];
    }),
    people: extracted.people.map(own),
    places: extracted.places.map((place, index) => {
      const resolution = input.places[index];
      return own({
        ...place,
        added_at: null,
        resolution: resolution?.kind ?? 'none',
        area_id: resolution?.kind === 'area' ? areaId(input, resolution.area) : null,
      });
    }),
    vehicles: extracted.vehicles.map((vehicle) => own({ ...vehicle, added_at: null })),
    organisations: extracted.organisations.map(own),
    contacts: extracted.contacts.map((contact) => own({ ...contact, added_at: null })),
    connections: extracted.links.map(own),
  };
}

function submissionRow(
  input: RowsInput,
  at: string,
  primaryQueueId: Id<'Queue'>,
): SubmissionRows['submission'] {
  const { decision, draft, settings } = input;
  const due = submissionDueDates(
    input.now,
    decision.priority,
    settings.clocks,
    workingCalendar(settings.workingHours),
  );
  return {
    id: input.id,
    reference: input.reference,
    draft_id: draft.id,
    organisation_id: draft.organisationId,
    organisation_kind: input.organisationKind,
    site_id: input.site ?? draft.siteId,
    submitted_by: input.submittedBy,
    entered_by: input.enteredBy,
    channel: input.channel,
    form_version: draft.definition.version,
    submitted_at: at,
    status: 'submitted',
    status_changed_at: at,
    priority: decision.priority,
    restricted: decision.restricted,
    primary_queue_id: primaryQueueId,
    area_id: decision.area === null ? null : areaId(input, decision.area),
    exploitation_types: input.exploitationTypes,
    routing_reason: decision.reason,
    routing_version: decision.ruleSetVersion,
    candidates: decision.candidates,
    waiting_since: at,
    first_seen_due_at: due.firstSeen.toISOString(),
    assessed_due_at: due.assessed.toISOString(),
    answered_due_at: due.answered.toISOString(),
    sent_at_once: input.sentAtOnce,
    without_factor: input.withoutFactor,
    while_suspended: input.whileSuspended,
    concerns_child: input.concernsChild,
    contact_wished_on: input.victimWantsContact ? forceDay(input.now) : null,
    partner_reference: input.partnerReference,
  };
}

function areaId(input: RowsInput, code: string): Id<'Area'> {
  return known(input.queues.find((queue) => queue.area?.code === code)?.areaId, `area ${code}`);
}

/** The pack's consistency check has proved that these exist; a missing one is a defect and rolls everything back. */
function known<Known>(value: Known | null | undefined, what: string): Known {
  if (!value) throw new Error(`There is no ${what}.`);
  return value;
}
