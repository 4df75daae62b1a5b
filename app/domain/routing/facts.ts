import type { Channel, OrganisationKind } from '../kernel/report-labels.ts';
import type { PlaceResolution } from './postcode.ts';

/** The answer to "if police act on this, could someone guess who told us?". */
export const guessAnswers = ['yes', 'no', 'unsure'] as const;
export type GuessAnswer = (typeof guessAnswers)[number];

/**
 * The facts about a submission that routing needs, derived from its answers and its organisation. It carries no free text
 * and nothing of the source's identity, so it may be replayed, counted and logged by rule.
 */
export type Facts = {
  /** Somebody is in danger or a life is threatened, whether or not the partner has rung 999. */
  danger: boolean;
  /** A child is among those in danger. */
  childInDanger: boolean;
  /** A child is concerned: the partner says so, or an age, an age range or a date of birth does. */
  child: boolean;
  /** Whether acting could show who told the partner. `unsure` counts as yes. */
  sourceCouldBeGuessed: GuessAnswer;
  /** Written for somebody to whom it happened, with or without their wish to meet police. */
  onBehalfOfVictim: boolean;
  /** That person wants to be contacted by police. Means nothing unless `onBehalfOfVictim`. */
  victimWantsContact: boolean;
  /** Codes of the form's exploitation types, each once. "Not sure" gives no code. */
  exploitationTypes: string[];
  organisationKind: OrganisationKind;
  /** The organisation belongs to the force's partner network (plan 1.2.3). */
  networkMember: boolean;
  channel: Channel;
  /** One entry for each place described; a place without a postcode is of the kind `none`. */
  places: PlaceResolution[];
  /** At least one exploitation type other than "not sure" was given. */
  typeGiven: boolean;
  /** The largest number of people thought to be at one place; null when no place has a number. */
  largestPeopleEstimate: number | null;
  /** A referral to the NRM or a duty-to-notify reference is named. */
  nrmOrDutyToNotify: boolean;
  /** Languages of the people described, by the form's codes: ISO 639-1, such as "ro". */
  languages: string[];
  /** Nationalities of the people described, by the form's codes: ISO 3166-1 alpha-2, such as "RO". */
  nationalities: string[];
  /** The submission describes an organised group. */
  organisedGroup: boolean;
  /** One of its vehicles is already in an earlier submission. */
  repeatVehicle: boolean;
};

/** The facts about geography that follow from the places, to which a routing rule may refer. */
export type PlaceFacts = {
  /** Codes of the areas in which a place certainly lies, each once, in the order of the places. */
  areas: string[];
  /** A place lies outside the force. */
  outOfForce: boolean;
  /** A place could lie in more than one area or force. */
  ambiguous: boolean;
  /** A place has a postcode that the data does not know or nobody can read. */
  unknownPostcode: boolean;
  /** No place carries a postcode. */
  noPlace: boolean;
  /** A place is described, with or without a postcode. */
  placeGiven: boolean;
  /** The places lie in more than one area of the force. */
  severalAreas: boolean;
};

/** Everything a condition of a routing rule may ask about. */
export type ConditionFacts = Omit<Facts, 'places'> & PlaceFacts;

export function conditionFacts(facts: Facts): ConditionFacts {
  const { places, ...answered } = facts;
  const kinds = new Set(places.map((place) => place.kind));
  const areas = [...new Set(places.flatMap((place) => (place.kind === 'area' ? [place.area] : [])))];
  return {
    ...answered,
    areas,
    outOfForce: kinds.has('out_of_force'),
    ambiguous: kinds.has('ambiguous'),
    unknownPostcode: kinds.has('unknown_postcode'),
    noPlace: places.every((place) => place.kind === 'none'),
    placeGiven: places.length > 0,
    severalAreas: areas.length > 1,
  };
}
