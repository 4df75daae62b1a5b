import { describe, expect, test } from 'vitest';
import { questionsOf } from '#app/domain/form/definition.ts';
import { exploitationKeys } from '#app/domain/kernel/report-labels.ts';
import { said } from '#app/domain/form/said.ts';
import { publishedDefinitions, version2 } from '#tests/factories/published-forms.ts';
import { chosenSite, deriveFacts, placePostcodes, type Circumstances } from './derive-facts.ts';
import type { Facts } from './facts.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';

const circumstances: Circumstances = {
  organisation: { kind: 'ngo', networkMember: true },
  channel: 'web',
  places: [{ kind: 'area', area: 'BE', by: 'sector', written: 'B11 4AA', postcode: 'B11 4AA' }],
  repeatVehicle: false,
  today: '2016-01-18',
};
const facts = (change: object = {}) =>
  deriveFacts(said(version2, { ...minimalAnswers, ...change }), circumstances);

test('the facts of the minimal report', () => {
  expect(facts()).toEqual({
    danger: false,
    childInDanger: false,
    child: false,
    sourceCouldBeGuessed: 'no',
    onBehalfOfVictim: false,
    victimWantsContact: false,
    exploitationTypes: ['labour'],
    organisationKind: 'ngo',
    networkMember: true,
    channel: 'web',
    places: circumstances.places,
    typeGiven: true,
    largestPeopleEstimate: null,
    nrmOrDutyToNotify: false,
    languages: [],
    nationalities: [],
    organisedGroup: false,
    repeatVehicle: false,
  } satisfies Facts);
});

const place = (count?: number) => ({ id: String(count), placeKind: 'home', placePeopleCount: count });
const person = (language: string, nationality: string) => ({
  id: language,
  personLanguage: language,
  personNationality: nationality,
});

test.each<[object, Partial<Facts>]>([
  [{ danger: 'now', emergencyCall: 'not_immediate' }, { danger: true }],
  [{ danger: 'soon' }, { danger: true }],
  [{ child: 'in_danger' }, { childInDanger: true, danger: false }],
  [{ child: 'yes' }, { childInDanger: false, child: true }],
  [{ child: 'no', people: [{ id: 'p', personAgeRange: '12_to_15' }] }, { child: true }],
  [{ sourceCouldBeGuessed: 'unsure' }, { sourceCouldBeGuessed: 'unsure' }],
  [{ sourceCouldBeGuessed: undefined }, { sourceCouldBeGuessed: 'unsure' }],
  [
    { onBehalfOfVictim: 'yes', victimWantsContact: 'yes' },
    { onBehalfOfVictim: true, victimWantsContact: true },
  ],
  [{ onBehalfOfVictim: 'no', victimWantsContact: 'yes' }, { victimWantsContact: false }],
  [{ exploitationTypes: ['not_sure'] }, { exploitationTypes: [], typeGiven: false }],
  [{ exploitationTypes: ['other', 'sexual'] }, { exploitationTypes: ['other', 'sexual'], typeGiven: true }],
  [{ places: [place(3), place(), place(12)] }, { largestPeopleEstimate: 12 }],
  [{ places: [place(0)] }, { largestPeopleEstimate: 0 }],
  [{ nrmStatus: 'nrm' }, { nrmOrDutyToNotify: true }],
  [{ nrmStatus: 'duty_to_notify' }, { nrmOrDutyToNotify: true }],
  [{ nrmReference: 'REF 1' }, { nrmOrDutyToNotify: true }],
  [{ nrmStatus: 'no' }, { nrmOrDutyToNotify: false }],
  [
    { people: [person('ro', 'RO'), person('not_known', 'other'), person('vi', 'RO')], victimLanguage: 'ro' },
    { languages: ['ro', 'vi'], nationalities: ['RO'] },
  ],
  [
    { onBehalfOfVictim: 'someone_else', victimWantsContact: 'yes' },
    { onBehalfOfVictim: false, victimWantsContact: false },
  ],
  [
    {
      people: [
        {
          id: 'p',
          personLanguage: 'ro',
          personOtherLanguages: ['en', 'not_known'],
          personOtherNationalities: ['MD', 'RO'],
        },
      ],
    },
    { languages: ['ro', 'en'], nationalities: ['MD', 'RO'] },
  ],
  [{ organisedGroup: 'yes' }, { organisedGroup: true }],
  [{ organisedGroup: 'not_known' }, { organisedGroup: false }],
])('%j', (answers, expected) => {
  expect(facts(answers)).toMatchObject(expected);
});

describe('the postcodes to resolve', () => {
  test('are in the order of the places, empty where there is none', () => {
    const places = [{ id: 'a', placePostcode: 'B11' }, { id: 'b' }];
    expect(placePostcodes(said(version2, { places }))).toEqual(['B11', '']);
  });
});

test('the site that was chosen, where one was', () => {
  expect(chosenSite(said(version2, minimalAnswers))).toBeNull();
  expect(chosenSite(said(version2, { ...minimalAnswers, reportingSite: 'site' }))).toBe('site');
});

test.each(publishedDefinitions.map((form) => [form.version, form] as const))(
  'every kind of exploitation that version %i offers is one that figures count',
  (_, form) => {
    const asked = questionsOf(form).find(({ id }) => id === form.meanings.exploitation);
    const kinds = asked?.kind === 'checkboxes' ? asked.options.map(({ value }) => value) : [];
    const known = kinds.filter((kind) => kind !== 'not_sure');
    const { exploitationTypes } = deriveFacts(
      said(form, { ...minimalAnswers, exploitationTypes: kinds }),
      circumstances,
    );
    expect(exploitationTypes).toEqual(known);
    expect(known.length).toBeGreaterThan(3);
    expect(exploitationKeys).toEqual(expect.arrayContaining(known));
  },
);
