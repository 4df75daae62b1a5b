import { expect, it } from 'vitest';
import { answerToJudge } from './answer-judgement.ts';

const messages = ['question', 'outcome', 'reply', 'rejection', 'stop_looking'].map((kind) => ({
  id: kind,
  kind,
}));

it('asks of the newest answer, only whoever sent the report, and nobody who said that there is no safe way', () => {
  const contactRecord = { sealed: new Uint8Array([1]) };
  expect(answerToJudge(messages, { own: true, contactRecord })?.id).toBe('rejection');
  expect(answerToJudge(messages, { own: true, contactRecord: null })?.id).toBe('rejection');
  expect(answerToJudge(messages.slice(0, 1), { own: true, contactRecord })).toBeNull();
  expect(answerToJudge(messages, { own: false, contactRecord })).toBeNull();
  expect(answerToJudge(messages, { own: true, contactRecord: { sealed: null } })).toBeNull();
});
