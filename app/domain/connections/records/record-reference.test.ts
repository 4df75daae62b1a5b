import { describe, expect, it } from 'vitest';
import { said } from '#app/domain/form/said.ts';
import { version3 } from '#tests/factories/published-forms.ts';
import { givenRecords } from './given-records.ts';
import { readReference, referenceKey } from './record-reference.ts';

describe('a reference', () => {
  it.each([
    [' 20be/12345x/16 ', '20BE/12345X/16'],
    ['1234 of\n18/01/16', '1234 OF 18/01/16'],
    ['nrm-00001', 'NRM-00001'],
    ['log #12 (east)', 'LOG #12 (EAST)'],
  ])('%j is kept as %s', (written, kept) => {
    expect(readReference(written)).toBe(kept);
  });

  it.each(['', ' ', 'none yet', '7', '12?', '<12>', 'ring 12; then 13'])('%j is none', (written) => {
    expect(readReference(written)).toBeNull();
  });

  it('is the same however it is joined', () => {
    expect(referenceKey('20be/12345X/16')).toBe(referenceKey('20BE 12345x-16'));
  });
});

describe('what the partner gave', () => {
  const answers = {
    crimeNumber: '20be/1/16',
    policeLog: 'they did not say',
    emergencyLog: '12 of 18 January',
    nrmReference: 'REF 9',
    nrmStatus: 'duty_to_notify',
    safeguardingReferral: 'Example council on 3 January 2016',
  };

  it('is what reads as a reference, ready to confirm, and what an officer has to write', () => {
    expect(givenRecords(said(version3, answers), [])).toEqual([
      {
        question: 'record.crimeNumber',
        kind: 'crime',
        text: '20be/1/16',
        ready: { reference: '20BE/1/16', status: null },
      },
      { question: 'record.policeLog', kind: 'incident_log', text: 'they did not say', ready: null },
      {
        question: 'record.emergencyLog',
        kind: 'incident_log',
        text: '12 of 18 January',
        ready: { reference: '12 OF 18 JANUARY', status: null },
      },
      {
        question: 'record.referralReference',
        kind: 'duty_to_notify',
        text: 'REF 9',
        ready: { reference: 'REF 9', status: 'sent' },
      },
      {
        question: 'record.safeguarding',
        kind: 'safeguarding',
        text: answers.safeguardingReferral,
        ready: null,
      },
    ]);
  });

  it('is not ready where the partner does not say whether it is the NRM or the duty to notify', () => {
    const [unclear] = givenRecords(said(version3, { nrmReference: 'REF 9', nrmStatus: 'not_known' }), []);
    expect(unclear).toMatchObject({ kind: 'nrm', ready: null });
    const either = { kind: 'duty_to_notify', reference: 'REF 9', givenByPartner: false };
    expect(givenRecords(said(version3, { nrmReference: 'ref-9' }), [either])).toEqual([]);
  });

  it('is left out once it is recorded, and named once', () => {
    const known = { kind: 'crime', reference: '20BE 1 16', givenByPartner: false };
    const left = givenRecords(said(version3, { ...answers, policeLog: '12 OF 18 january' }), [known]);
    expect(left.map(({ question }) => question)).toEqual([
      'record.policeLog',
      'record.referralReference',
      'record.safeguarding',
    ]);
  });
});
