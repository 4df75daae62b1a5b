import type { PagesSection } from '#app/domain/form/definition.ts';
import { source as source1 } from '#app/domain/form/version-1/source.ts';
import { checkboxes, kept, text, textarea } from './asked.ts';

const couldBeGuessed = { question: 'sourceCouldBeGuessed', in: ['yes', 'unsure'] };

/** As in version 1, with the risk told apart by who bears it, and where the police reach the reporter. */
export const source: PagesSection = {
  ...source1,
  pages: source1.pages.map((page) => ({
    ...page,
    guidance: [
      'The source is whoever first knew this. If you saw or heard it yourself, the source is you.',
      'You do not grade what you report. The police do that from your answers.',
    ],
    questions: [
      kept(source1, 'sourceKind'),
      kept(source1, 'howSourceKnows'),
      {
        ...kept(source1, 'sourceIdentity'),
        hint: 'The source decides this. If a life is at risk, police may still have to find out',
      },
      kept(source1, 'sourceName'),
      kept(source1, 'sourceContact'),
      kept(source1, 'sourceCouldBeGuessed'),
      checkboxes({
        id: 'riskTo',
        label: 'If yes or not sure, who could be at risk?',
        hint: 'Select all that apply',
        name: 'Who could be at risk',
        missing: 'Select who could be at risk',
        why: 'Each of them is protected in another way.',
        required: false,
        showWhen: couldBeGuessed,
        exclusive: 'not_known',
        options: [
          { value: 'source', label: 'The source' },
          { value: 'victim', label: 'A possible victim' },
          { value: 'family', label: 'Family or friends of one of them' },
          { value: 'staff', label: 'You or your colleagues' },
          { value: 'other', label: 'Someone else' },
          { value: 'not_known', label: 'Not known' },
        ],
      }),
      textarea({
        id: 'sourceRisk',
        label: 'If yes or not sure, why could they be at risk?',
        hint: 'Do not give the name of the source here. Say for example that few people knew',
        name: 'Why they could be at risk',
        missing: 'Enter why they could be at risk',
        why: 'An officer plans around the risk before anything is done.',
        dataClass: 'sensitive',
        maxLength: 2000,
        rows: 3,
        showWhen: couldBeGuessed,
      }),
      kept(source1, 'shareWith'),
      kept(source1, 'shareAgencies'),
      kept(source1, 'ringBeforeActing'),
      text({
        id: 'reachReporter',
        label: 'How and when can the police reach you safely?',
        hint: 'If it differs from your account',
        name: 'How to reach you',
        missing: 'Enter how and when the police can reach you',
        why: 'So that a call does not put anyone at risk.',
        required: false,
        maxLength: 300,
        width: 'full',
        showWhen: { question: 'ringBeforeActing', in: ['yes'] },
      }),
      kept(source1, 'handlingReason'),
    ],
  })),
};
