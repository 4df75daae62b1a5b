import type { Condition, PagesSection } from '#app/domain/form/definition.ts';
import { source as source2 } from '#app/domain/form/version-2/source.ts';
import { notKnown, radios, text } from '#app/domain/form/version-2/asked.ts';
import { anonymous, asBefore, confidential, notChosen, share } from './asked.ts';

const named: Condition = {
  any: [
    { question: 'speakerChoice', in: ['named'] },
    { question: 'sourceIdentity', in: ['named'] },
  ],
};

/**
 * What is not known yet of the source, the risk to them, and the reporter's wishes. Who saw it themselves, whom it happened
 * to and what was read are not asked how they know: that was said with who the source is. Nobody is asked twice whether
 * they can be named, and only what fits the source is offered.
 */
export const source: PagesSection = {
  ...source2,
  title: 'The source, risk and your wishes',
  pages: [
    {
      id: 'source',
      title: 'The source, risk and your wishes',
      guidance: [
        'The source is whoever told you. If you saw or heard it yourself, the source is you.',
        'You do not grade what you report. The police do that from your answers.',
      ],
      questions: [
        radios({
          id: 'howSourceKnows',
          label: 'How does the source know?',
          name: 'How the source knows',
          missing: 'Select how the source knows',
          why: 'What someone saw weighs differently from what they were told.',
          showWhen: {
            any: [
              { question: 'sourceKind', in: ['colleague', 'client', 'public', 'anonymous'] },
              { question: 'whoSpeaks', in: ['for_them', 'other', 'not_known'] },
            ],
          },
          options: [
            {
              value: 'experienced',
              label: 'It happened to them',
              showWhen: {
                any: [
                  { question: 'sourceKind', in: ['anonymous'] },
                  { question: 'whoSpeaks', in: ['not_known'] },
                ],
              },
            },
            { value: 'witnessed', label: 'They saw or heard it happen' },
            { value: 'told', label: 'Someone else told them' },
            { value: 'overheard', label: 'They overheard others talk about it' },
            { value: 'read', label: 'They read it or saw it online' },
            notKnown,
          ],
        }),
        radios({
          id: 'sourceIdentity',
          label: 'Can the police know who the source is?',
          hint: 'The source decides this. If a life is at risk, police may still have to find out',
          name: 'Whether the source can be named',
          missing: 'Select whether the police can know who the source is',
          why: 'The choice belongs to the source. It does not change how seriously we take the report.',
          showWhen: { question: 'sourceKind', in: ['victim', 'colleague', 'client', 'public'] },
          options: [
            share,
            confidential,
            { ...anonymous, showWhen: { question: 'sourceKind', in: ['victim', 'public'] } },
            notChosen,
          ],
        }),
        asBefore(source2, 'sourceName', { hint: 'Sealed apart from this report', showWhen: named }),
        asBefore(source2, 'sourceContact', { showWhen: named }),
        asBefore(source2, 'sourceCouldBeGuessed'),
        asBefore(source2, 'riskTo'),
        asBefore(source2, 'sourceRisk'),
        asBefore(source2, 'shareWith'),
        asBefore(source2, 'shareAgencies'),
        asBefore(source2, 'ringBeforeActing'),
        text({
          id: 'reachReporter',
          label: 'Another safe way to reach you, and safe times',
          hint: 'For this report, if your account does not say so',
          name: 'How to reach you',
          missing: 'Enter how and when the police can reach you',
          why: 'So that a call does not put anyone at risk.',
          required: false,
          maxLength: 300,
          width: 'full',
        }),
        asBefore(source2, 'handlingReason'),
      ],
    },
  ],
};
