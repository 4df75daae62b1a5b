import { describe, expect, it } from 'vitest';
import { askingForMore, knownPrompts, questionOf } from './asking-for-more.ts';

const kinds = (message: string) => askingForMore(message).map(({ kind }) => kind);

describe('asking for more', () => {
  it.each([
    ['Can you find out who drives the van?', ['find_out']],
    ['Please check whether they are still there.', ['find_out']],
    ['Could you ask him where he is from?', ['ask_somebody']],
    ['Please speak to the neighbour.', ['ask_somebody']],
    ['Please keep an eye on the house', ['watch']],
    ['Would you watch the car wash on Friday?', ['watch']],
    ['Could you go back on Tuesday?', ['watch']],
    ['TAKE SOME PHOTOS', ['get']],
    ['Try to get the registration.', ['get']],
    ['Let us know if he comes again.', ['from_now_on']],
    ['Please stay in touch with her and keep us informed.', ['from_now_on', 'from_now_on']],
    ['Please go to the house and tell us who lives there', ['watch']],
    ['Speak to Ana again please', ['ask_somebody']],
    ['Thank you. Please ask Maria who pays her.', ['ask_somebody']],
    ['Could you take down the number plate when it comes back?', ['get']],
    ['Please stay close to her and tell us what she says', ['watch', 'find_out']],
    ['Can you befriend him?', ['ask_somebody']],
    ['Would you see who comes on Friday?', ['find_out']],
    ['You could just go in and look.', ['watch']],
    ['Next time, write down the number.', ['from_now_on', 'get']],
  ])('is found: %s', (message, expected) => {
    expect(kinds(message)).toEqual(expected);
  });

  it.each([
    'Which day was it?',
    'Did you ask her yourself, or did she tell you?',
    'Have you already visited the house, and when?',
    'Did you ever follow the van, or hear where it went?',
    'Please do not try to find out more, and never follow the van.',
    'Please keep reporting what concerns you.',
    'Do you remember the colour of the van?',
    'May we ask you which day it was?',
    'May we ask the landlord?',
    'We ask only for what you know already.',
    'Where did the men go to work?',
    'Do you go to the house yourself?',
    'Did you see who was driving, and what did you note of the registration?',
    'Which of them did the woman speak to?',
    'How many people were in the house when you saw it?',
    ...Object.values(knownPrompts),
  ])('is not seen in a question about what is known: %s', (message) => {
    expect(askingForMore(message)).toEqual([]);
  });

  it('says where it stands and why, in the order of the message, and each passage once', () => {
    const message = 'Thank you. Please find out if he is there, and keep watch.';
    const found = askingForMore(message);
    expect(found.map(({ start, end }) => message.slice(start, end))).toEqual(['find out', 'keep watch']);
    expect(found.every(({ why, passage }) => why.length > 0 && message.includes(passage))).toBe(true);
  });

  it('reads a message of the greatest length at once', () => {
    expect(askingForMore('did you '.repeat(500))).toEqual([]);
    expect(askingForMore('get '.repeat(1000))).toEqual([]);
  });
});

describe('the question', () => {
  it('is the chosen prompts in their order, then the officer’s own words', () => {
    expect(questionOf(['vehicle', 'when', 'unknown'], '  And which side?  ')).toBe(
      `${knownPrompts['when']}\n${knownPrompts['vehicle']}\nAnd which side?`,
    );
    expect(questionOf([], ' ')).toBe('');
  });
});
