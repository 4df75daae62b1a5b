import {
  answerOf,
  itemsOf,
  numberAnswer,
  textAnswer,
  type DateAnswer,
  type ItemAnswers,
} from '#app/domain/intelligence-form/answers.ts';
import type { OpenAnswers } from '#app/domain/intelligence-form/source-identity.ts';
import {
  foldedName,
  normalisedEmail,
  normalisedPhone,
  normalisedPostcode,
  normalisedRegistration,
} from '#app/domain/submissions/normalise.ts';

/**
 * The people, places, vehicles and contacts of a submission as rows (POLE-shaped), named as the columns are. The caller
 * adds the ids, and to a place its `resolution` and `area_id`. Positions count from 1 in the order of the form.
 */
type PersonRow = {
  position: number;
  part: string | null;
  surname: string | null;
  forename: string | null;
  alias: string | null;
  /** First name, surname and nickname folded; empty when no name is known. */
  folded_name: string;
  sex: string | null;
  /** `YYYY-MM-DD`. */
  date_of_birth: string | null;
  age_range: string | null;
  nationality: string | null;
  language: string | null;
  description: string | null;
};

type PlaceRow = {
  position: number;
  kind: string | null;
  address: string | null;
  town: string | null;
  postcode: string | null;
  postcode_normalised: string | null;
  landmark: string | null;
  people_estimate: number | null;
};

type VehicleRow = {
  position: number;
  registration: string | null;
  /** Capitals without spaces, `?` for what is not known. */
  registration_normalised: string | null;
  make: string | null;
  model: string | null;
  colour: string | null;
  marks: string | null;
  used_for: string | null;
};

type ContactRow = {
  position: number;
  kind: 'phone' | 'email' | 'account' | 'address';
  value: string;
  /** Phone: E.164, or its digits when it is no whole number. Email: lower case. Account and address: folded. */
  value_normalised: string;
  person_position: number | null;
};

export type Extracted = {
  people: PersonRow[];
  places: PlaceRow[];
  vehicles: VehicleRow[];
  contacts: ContactRow[];
};

function birthDate(item: ItemAnswers): string | null {
  const value = answerOf(item, 'personBirthDate') as DateAnswer | undefined;
  return value?.precision === 'exact' ? value.date : null;
}

function personRow(item: ItemAnswers, position: number): PersonRow {
  const surname = textAnswer(item, 'personSurname');
  const forename = textAnswer(item, 'personForename');
  const alias = textAnswer(item, 'personAlias');
  return {
    position,
    part: textAnswer(item, 'personPart'),
    surname,
    forename,
    alias,
    folded_name: foldedName(forename, surname, alias),
    sex: textAnswer(item, 'personSex'),
    date_of_birth: birthDate(item),
    age_range: textAnswer(item, 'personAgeRange'),
    nationality: textAnswer(item, 'personNationality'),
    language: textAnswer(item, 'personLanguage'),
    description: textAnswer(item, 'personDescription'),
  };
}

function placeRow(item: ItemAnswers, position: number): PlaceRow {
  const postcode = textAnswer(item, 'placePostcode');
  const business = textAnswer(item, 'placeBusiness');
  const address = textAnswer(item, 'placeAddress');
  return {
    position,
    kind: textAnswer(item, 'placeKind'),
    address: [business, address].filter((part) => part !== null).join(', ') || null,
    town: textAnswer(item, 'placeTown'),
    postcode,
    postcode_normalised: postcode === null ? null : normalisedPostcode(postcode),
    landmark: textAnswer(item, 'placeLandmark'),
    people_estimate: numberAnswer(item, 'placePeopleCount'),
  };
}

function vehicleRow(item: ItemAnswers, position: number): VehicleRow {
  const registration = textAnswer(item, 'vehicleVrm');
  return {
    position,
    registration,
    registration_normalised: registration === null ? null : normalisedRegistration(registration),
    make: textAnswer(item, 'vehicleMake'),
    model: textAnswer(item, 'vehicleModel'),
    colour: textAnswer(item, 'vehicleColour'),
    marks: textAnswer(item, 'vehicleMarks'),
    used_for: textAnswer(item, 'vehicleUse'),
  };
}

type Contact = Omit<ContactRow, 'position'>;

function contactsOf(item: ItemAnswers, person: number): Contact[] {
  const found: Contact[] = [];
  const add = (kind: ContactRow['kind'], questionId: string, normalise: (value: string) => string) => {
    const value = textAnswer(item, questionId);
    const normalised = value === null ? '' : normalise(value);
    if (value !== null && normalised !== '') {
      found.push({ kind, value, value_normalised: normalised, person_position: person });
    }
  };
  add('phone', 'personPhone', (value) => normalisedPhone(value) ?? value.replace(/\D/g, ''));
  add('email', 'personEmail', normalisedEmail);
  add('account', 'personSocial', (value) => foldedName(value));
  add('address', 'personAddress', (value) => foldedName(value));
  return found;
}

/** Reads fields only, never free text: what a person wrote in a sentence may be about somebody else. */
export function extract(answers: OpenAnswers): Extracted {
  const people = itemsOf(answers, 'people');
  const contacts = people.flatMap((item, index) => contactsOf(item, index + 1));
  return {
    people: people.map((item, index) => personRow(item, index + 1)),
    places: itemsOf(answers, 'places').map((item, index) => placeRow(item, index + 1)),
    vehicles: itemsOf(answers, 'vehicles').map((item, index) => vehicleRow(item, index + 1)),
    contacts: contacts.map((contact, index) => ({ position: index + 1, ...contact })),
  };
}
