import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { patterns } from '#app/domain/kernel/text-patterns.ts';
import { checkSanitised, type SanitisationInput, type WarningKind } from './sanitisation.ts';

const raw =
  'My client told me at 14:35 that a man called Anton drives a white van with the registration BX55 ABC to 4 Quarry Lane every Tuesday. ' +
  'I have seen the van myself from our drop-in. She is afraid of him and keeps her phone hidden from the others in the house.';

const input = (sanitised: string, more: Partial<SanitisationInput> = {}): SanitisationInput => ({
  raw,
  sanitised,
  submitterNames: ['Zoë Marrow'],
  organisationNames: ['Harbour Light Project'],
  ...more,
});
/** What is marked, with the kind of warning. */
const marked = (sanitised: string, more: Partial<SanitisationInput> = {}): [WarningKind, string][] =>
  checkSanitised(input(sanitised, more)).map(({ kind, start, end }) => [kind, sanitised.slice(start, end)]);

describe('a well sanitised text', () => {
  it.each([
    'A white van, registration BX55 ABC, is driven by a man known as ANTON. It attends 4 Quarry Lane, Birmingham B11 2AA on Tuesdays.',
    'Between 10 and 15 people live at the address. They are collected in the morning and returned at night.',
    'ANTON was in the US in 2015. Two men were ill. He carries an ID card. Rent is £12.50 a week, paid since 18.01.2016.',
    "The boys' room is at the rear and the girls' room at the front.",
  ])('has no warnings: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe('a poorly sanitised text', () => {
  it.each<[string, string, [WarningKind, string][]]>([
    [
      'the submitter',
      'Zoe Marrow has seen it',
      [
        ['submitter_name', 'Zoe'],
        ['submitter_name', 'Zoe Marrow'],
        ['submitter_name', 'Marrow'],
      ],
    ],
    ['the submitter’s name in another spelling', 'Seen by ZOË', [['submitter_name', 'ZOË']]],
    ['the submitter, possessive', 'Marrow’s van', [['submitter_name', 'Marrow’s']]],
    [
      'the organisation',
      'A visitor of the harbour-light project',
      [['organisation_name', 'harbour-light project']],
    ],
    ['the organisation by its letters', 'A visitor of HLP', [['organisation_name', 'HLP']]],
    ['the first person', 'I saw it', [['first_person', 'I']]],
    [
      'the first person, shortened',
      "We're sure, I’ll wait",
      [
        ['first_person', "We're"],
        ['first_person', 'I’ll'],
      ],
    ],
    ['us', 'He told us', [['first_person', 'us']]],
    ['us in capitals', 'HE TOLD US', [['first_person', 'US']]],
    ['a relation', 'Her support workers know', [['relation', 'support workers']]],
    ['a relation, possessive', 'The client’s phone', [['relation', 'client’s']]],
    ['neighbours', 'Seen by neighbours', [['relation', 'neighbours']]],
    ['a source', 'The source has seen it', [['source_word', 'source']]],
    ['informants', 'Two informants', [['source_word', 'informants']]],
    ['an exact time', 'It leaves at 14:35.', [['exact_time', '14:35']]],
    ['an exact time, dotted', 'It leaves at 2.35pm', [['exact_time', '2.35pm']]],
    ['an hour', 'It leaves at 3 pm', [['exact_time', '3 pm']]],
    ['a time in four figures', 'It leaves at 1435 hrs', [['exact_time', '1435 hrs']]],
    ['a time in words', 'It leaves at half past two', [['exact_time', 'half past']]],
    ['a quotation', 'He says “stay in the house” daily', [['quotation', '“stay in the house”']]],
    ['a quotation in plain marks', 'He says "stay"', [['quotation', '"stay"']]],
    ['a quotation in single marks', "He says 'don't leave' daily", [['quotation', "'don't leave'"]]],
    ['a phone', 'Calls 07700 900123 daily', [['contact', '07700 900123']]],
    ['a phone from abroad', 'Calls +44 (0)7700 900-123 daily', [['contact', '+44 (0)7700 900-123']]],
    ['an email address', 'Writes to someone@example.org.', [['contact', 'someone@example.org']]],
  ])('names %s', (_, text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  it('tells the partner’s own contacts from others', () => {
    const partnerContacts = {
      phones: ['0121 496 0000'],
      emails: ['desk@harbour-light.example'],
      postcodes: ['b11 1zz'],
    };
    expect(
      marked('Ring +44 121 496 0000 or Desk@Harbour-Light.example, B111ZZ or 0121 496 0001, B11 1AA', {
        partnerContacts,
      }),
    ).toEqual([
      ['partner_contact', '+44 121 496 0000'],
      ['partner_contact', 'Desk@Harbour-Light.example'],
      ['partner_contact', 'B111ZZ'],
      ['contact', '0121 496 0001'],
    ]);
  });

  it('looks for other words that it is given', () => {
    expect(marked('Seen from project Lantern', { otherWords: ['Project Lantern', ''] })).toEqual([
      ['other_word', 'project Lantern'],
    ]);
  });

  it.each(['Quill-feather', 'Quill\u2010feather', 'Quill\u200bfeather', 'Quill\u00adfeather'])(
    'finds a sealed name with something between its parts: %j',
    (written) => {
      const found = marked(`Seen with ${written} at noon`, {
        sealedMatcher: (word: string) => word === 'quillfeather',
      });
      expect(found).toContainEqual(['sealed_source', written]);
    },
  );

  it('asks about the sealed record word by word, and says no more than where', () => {
    const sealedMatcher = (word: string) => word === 'ostrowska';
    const text = 'Seen by Ostrowska, twice';
    expect(marked(text, { sealedMatcher })).toEqual([['sealed_source', 'Ostrowska']]);
    expect(checkSanitised(input(text, { sealedMatcher }))[0]?.message).not.toContain('Ostrowska');
  });
});

describe('a text that is the original again', () => {
  const copied = (text: string) =>
    checkSanitised(input(text))
      .filter(({ kind }) => kind === 'copied')
      .map(({ message, start, end }) => [message, text.slice(start, end)]);

  it('is found word for word', () => {
    expect(copied(raw)).toEqual([['This is the original text. Write a sanitised one.', raw.slice(0, -1)]]);
  });

  it('is found under other case, accents, punctuation and spaces', () => {
    const disguised = raw.toUpperCase().replaceAll('.', ' – ').replaceAll('A', 'Á');
    expect(copied(disguised)[0]?.[0]).toBe('This is the original text. Write a sanitised one.');
  });

  it('is found with a word changed here and there', () => {
    const changed = raw.replace('white', 'grey').replace('Tuesday', 'week');
    expect(copied(changed)[0]?.[0]).toBe('This is nearly the original text. Write a sanitised one.');
  });

  it('is found in one passage', () => {
    const passage = 'She is afraid of him and keeps her phone hidden from the others in the house';
    const text = `Information about a woman at the address. ${passage}, and does not go out. Nothing else is known of her at this time.`;
    expect(copied(text)).toEqual([
      ['This passage is copied from the original. Put it in your own words.', passage],
    ]);
  });

  it('is not suspected where a name, a vehicle and an address are the same', () => {
    expect(
      copied('Anton drives a white van with the registration BX55 ABC. The address is a house.'),
    ).toEqual([]);
  });
});

describe('whatever is written', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'I',
          'client',
          '"',
          '‘',
          '’',
          "'",
          '@',
          '07700 900123',
          'Zoë',
          ' ',
          '.',
          '14:35',
          '\u0301',
          '😀',
          'ß',
          '½',
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => parts.join('')),
  );

  it('gives places inside the text, in order, each once', () => {
    fc.assert(
      fc.property(anything, anything, (original, text) => {
        const warnings = checkSanitised(
          input(text, { raw: original, sealedMatcher: (word) => word.length === 3 }),
        );
        let last = 0;
        for (const { start, end, message } of warnings) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^[A-Z].*\.$/);
          last = start;
        }
        expect(new Set(warnings.map(({ kind, start, end }) => `${kind} ${start} ${end}`)).size).toBe(
          warnings.length,
        );
      }),
    );
  });

  it('bounds the work at each place: no pattern repeats without end', () => {
    for (const pattern of Object.values(patterns)) {
      const quantifiers = pattern.source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');
      expect(quantifiers).not.toMatch(/[*]|(?<![\\(|])\+|\{\d+,\}/);
    }
  });

  it.each(['a', '@', '"', "'a ", '0', '0 ', 'a@a.', 'I ', '“', '07700 900123 ', 'support ', '1.', '😀'])(
    'looks at each word of 30,000 characters of %j once',
    (piece) => {
      const text = piece.repeat(Math.ceil(30_000 / piece.length));
      let asked = 0;
      checkSanitised(
        input(text, {
          raw: text.slice(1),
          sealedMatcher: () => {
            asked += 1;
            return false;
          },
        }),
      );
      expect(asked).toBe(text.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)?.length ?? 0);
    },
  );
});
