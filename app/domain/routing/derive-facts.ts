import { choices, itemsOf, textAnswer } from '#app/domain/form/answers.ts';
import type { OpenAnswers } from '#app/domain/form/source-identity.ts';
import type { PlaceResolution } from './postcode.ts';
import { peopleAt } from '#app/domain/form/people-estimate.ts';
import { guessAnswers, type Facts, type GuessAnswer } from './facts.ts';
import { type Channel, type OrganisationKind } from '../kernel/report-labels.ts';

/** What routing has to know that no answer says. `places` is in the order of the answers, one for each place. */
export type Circumstances = {
  organisation: { kind: OrganisationKind; networkMember: boolean };
  channel: Channel;
  places: PlaceResolution[];
  /** One of the vehicles is in an earlier submission. */
  repeatVehicle: boolean;
};

const notATrait = new Set(['not_known', 'other']);

/** Each value once, "not known" and "other" left out: they say nothing to compare. */
function traits(values: (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null && !notATrait.has(value)) as string[];
}

/** A missing or unknown answer counts as unsure: what is not known about a risk is not ruled out. */
function guessOf(answers: OpenAnswers): GuessAnswer {
  const answered = textAnswer(answers, 'sourceCouldBeGuessed');
  return guessAnswers.find((each) => each === answered) ?? 'unsure';
}

/**
 * The facts of the answers of any version: what a version does not ask is absent. Danger "now" stays danger after the reporter said that it is not immediate: an
 * officer decides that, not the form.
 */
export function deriveFacts(
  answers: OpenAnswers,
  { organisation, channel, places, repeatVehicle }: Circumstances,
): Facts {
  const people = itemsOf(answers, 'people');
  const exploitationTypes = choices(answers, 'exploitationTypes').filter((type) => type !== 'not_sure');
  const onBehalfOfVictim = textAnswer(answers, 'onBehalfOfVictim') === 'yes';
  const estimates = itemsOf(answers, 'places').flatMap((place) => peopleAt(place) ?? []);
  const nrmStatus = textAnswer(answers, 'nrmStatus');
  return {
    danger: ['now', 'soon'].includes(textAnswer(answers, 'danger') ?? ''),
    childInDanger: textAnswer(answers, 'child') === 'in_danger',
    sourceCouldBeGuessed: guessOf(answers),
    onBehalfOfVictim,
    victimWantsContact: onBehalfOfVictim && textAnswer(answers, 'victimWantsContact') === 'yes',
    exploitationTypes: [...new Set(exploitationTypes)],
    organisationKind: organisation.kind,
    networkMember: organisation.networkMember,
    channel,
    places,
    typeGiven: exploitationTypes.length > 0,
    largestPeopleEstimate: estimates.length > 0 ? Math.max(...estimates) : null,
    nrmOrDutyToNotify:
      nrmStatus === 'nrm' || nrmStatus === 'duty_to_notify' || textAnswer(answers, 'nrmReference') !== null,
    languages: traits([
      ...people.flatMap((person) => [
        textAnswer(person, 'personLanguage'),
        ...choices(person, 'personOtherLanguages'),
      ]),
      textAnswer(answers, 'victimLanguage'),
    ]),
    nationalities: traits(
      people.flatMap((person) => [
        textAnswer(person, 'personNationality'),
        ...choices(person, 'personOtherNationalities'),
      ]),
    ),
    organisedGroup: textAnswer(answers, 'organisedGroup') === 'yes',
    repeatVehicle,
  };
}

/** The site that was chosen in the form; null where none was, and the reporter's own counts. */
export function chosenSite(answers: OpenAnswers): string | null {
  return textAnswer(answers, 'reportingSite');
}

/** The postcodes to resolve, as written and in the order of the places; empty text for a place without one. */
export function placePostcodes(answers: OpenAnswers): string[] {
  return itemsOf(answers, 'places').map((place) => textAnswer(place, 'placePostcode') ?? '');
}
