import { choicesSaid, entriesSaid, textSaid, type Said } from '#app/domain/form/said.ts';
import { concernsChild } from '#app/domain/form/says-child.ts';
import { contactWish } from '#app/domain/form/victim-wish.ts';
import type { PlaceResolution } from './postcode.ts';
import { peopleAt } from '#app/domain/form/people-estimate.ts';
import type { Id } from '#app/domain/kernel/id.ts';
import { guessAnswers, type Facts, type GuessAnswer } from './facts.ts';
import { type Channel, type OrganisationKind } from '../kernel/report-labels.ts';

/** The facts for routing that no answer gives. `places` is in the order of the answers, one for each place. */
export type Circumstances = {
  organisation: { kind: OrganisationKind; networkMember: boolean };
  channel: Channel;
  places: PlaceResolution[];
  /** One of the vehicles is in an earlier submission. */
  repeatVehicle: boolean;
  /** The day of sending where the force is, `YYYY-MM-DD`. */
  today: string;
};

const notATrait = new Set(['not_known', 'other']);

/** Each value once, "not known" and "other" left out: they say nothing to compare. */
function traits(values: (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null && !notATrait.has(value)) as string[];
}

/** A missing or unknown answer counts as unsure: what is not known about a risk is not ruled out. */
function guessOf(report: Said): GuessAnswer {
  const answered = textSaid(report, 'source.risk');
  return guessAnswers.find((each) => each === answered) ?? 'unsure';
}

/**
 * The facts of the answers of any version: what a version does not ask is absent. Danger "now" stays danger after the
 * reporter said that it is not immediate: an officer decides that, not the form.
 */
export function deriveFacts(
  report: Said,
  { organisation, channel, places, repeatVehicle, today }: Circumstances,
): Facts {
  const people = entriesSaid(report, 'person');
  const exploitationTypes = choicesSaid(report, 'exploitation').filter((type) => type !== 'not_sure');
  const onBehalfOfVictim = textSaid(report, 'victim.onBehalf') === 'yes';
  const estimates = entriesSaid(report, 'place').flatMap((place) => peopleAt(place) ?? []);
  const referral = textSaid(report, 'record.referral');
  return {
    danger: ['now', 'soon'].includes(textSaid(report, 'danger') ?? ''),
    childInDanger: textSaid(report, 'child') === 'in_danger',
    child: concernsChild(report, today),
    sourceCouldBeGuessed: guessOf(report),
    onBehalfOfVictim,
    victimWantsContact: contactWish(report) === 'wanted',
    exploitationTypes: [...new Set(exploitationTypes)],
    organisationKind: organisation.kind,
    networkMember: organisation.networkMember,
    channel,
    places,
    typeGiven: exploitationTypes.length > 0,
    largestPeopleEstimate: estimates.length > 0 ? Math.max(...estimates) : null,
    nrmOrDutyToNotify:
      referral === 'nrm' ||
      referral === 'duty_to_notify' ||
      textSaid(report, 'record.referralReference') !== null,
    languages: traits([
      ...people.flatMap((person) => [
        textSaid(person, 'person.language'),
        ...choicesSaid(person, 'person.otherLanguages'),
      ]),
      textSaid(report, 'victim.language'),
    ]),
    nationalities: traits(
      people.flatMap((person) => [
        textSaid(person, 'person.nationality'),
        ...choicesSaid(person, 'person.otherNationalities'),
      ]),
    ),
    organisedGroup: textSaid(report, 'group') === 'yes',
    repeatVehicle,
  };
}

/**
 * The site that was chosen in the form; null where none was, and the reporter's own counts. The form takes none that is
 * not a site of the organisation.
 */
export function chosenSite(report: Said): Id<'OrganisationSite'> | null {
  return textSaid(report, 'partner.site') as Id<'OrganisationSite'> | null;
}

/** The postcodes to resolve, as written and in the order of the places; empty text for a place without one. */
export function placePostcodes(report: Said): string[] {
  return entriesSaid(report, 'place').map((place) => textSaid(place, 'place.postcode') ?? '');
}
