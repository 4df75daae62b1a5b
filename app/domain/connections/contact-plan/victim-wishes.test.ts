import { describe, expect, it } from 'vitest';
import type { Answers } from '../../form/answers.ts';
import { renderDocument } from '../../form/document.ts';
import { said } from '../../form/said.ts';
import { openAnswersFrom } from '../../form/source-identity.ts';
import { version3 } from '#tests/factories/published-forms.ts';
import { minimalAnswers } from '#tests/factories/form-answers.ts';
import { wishesSaid } from './victim-wishes.ts';

const victim = {
  ...minimalAnswers,
  onBehalfOfVictim: 'yes',
  whoSpeaks: 'self',
  speakerInterpreter: 'professional',
  victimWantsContact: 'yes',
};

function wishes(more: Answers = {}): string[] {
  const answers = { ...victim, ...more };
  const document = renderDocument(version3, openAnswersFrom(version3, answers));
  return wishesSaid(version3, document, said(version3, answers)).map(
    ({ label, answer }) => `${label} ${answer.join(', ')}`,
  );
}

const ana = { id: 'a', personPart: 'possible_victim', personForename: 'Ana', personLanguage: 'ro' };
const igor = { id: 'i', personPart: 'suspected_exploiter', personForename: 'Igor', personLanguage: 'ru' };

describe('what was said of the victim’s wishes', () => {
  it('is what the page about them says', () => {
    expect(wishes({ victimLanguage: 'ro' })).toEqual([
      'Do they want the police to contact them? Yes',
      'What language do they want to speak? Romanian',
    ]);
  });

  it('with how to speak to them, where the form asks that with the person and with who speaks', () => {
    expect(wishes({ people: [igor, ana] })).toEqual([
      'Do they want the police to contact them? Yes',
      'Is anyone interpreting? A professional interpreter',
      'Person 2: Main language Romanian',
    ]);
    expect(wishes({ people: [igor], whoSpeaks: 'other' })).toEqual([
      'Do they want the police to contact them? Yes',
    ]);
  });

  it('and nothing of a report that is not sent for a victim', () => {
    expect(wishes({ onBehalfOfVictim: 'no', people: [ana] })).toEqual([]);
  });
});
