import type { PagesSection } from '#app/domain/form/definition.ts';
import { more as more1 } from '#app/domain/form/version-1/more.ts';
import { checkboxes, kept, text } from './asked.ts';
import { signs } from './signs.ts';

/**
 * Methods of control by the codes of the Human Trafficking Case Data Standard (IOM, version 2.0, CC BY 4.0), so that
 * figures can be compared; the words are ours. "None" and "not known" are no codes of the standard.
 */
const controlMethods = checkboxes({
  id: 'controlMethods',
  label: 'How are people controlled?',
  hint: 'Select all that apply',
  name: 'How people are controlled',
  missing: 'Select how people are controlled',
  why: 'It shows what an exploiter does, and what a victim needs to be safe.',
  dataClass: 'sensitive',
  required: false,
  exclusives: ['none', 'not_known'],
  options: [
    { value: 'PhysicalThreats', label: 'Threats of violence' },
    { value: 'ThreatsLawEnforcement', label: 'Threats to report them to the police or immigration' },
    { value: 'ThreatensChildrenFamily', label: 'Threats to their children or family' },
    { value: 'DebtBondage', label: 'A debt that they have to work off' },
    { value: 'FalsePromises', label: 'False promises' },
    { value: 'PhysicalAbuse', label: 'Violence' },
    { value: 'SexualAbuse', label: 'Sexual violence' },
    { value: 'TakesEarnings', label: 'Their earnings are taken' },
    { value: 'RestrictsFinancialAccess', label: 'Someone else controls their money or bank account' },
    { value: 'RestrictsMedicalCare', label: 'They are kept from medical care' },
    { value: 'WithholdsNecessities', label: 'Food, sleep or warmth are kept from them' },
    { value: 'PsychologicalAbuse', label: 'Humiliation, fear or emotional pressure' },
    { value: 'PsychoactiveSubstance', label: 'Drugs or alcohol' },
    { value: 'ExcessiveWorkingHours', label: 'Working hours that leave no time for anything else' },
    { value: 'WithholdsDocuments', label: 'Their papers are kept from them' },
    { value: 'Other', label: 'Something else' },
    { value: 'none', label: 'None of these' },
    { value: 'not_known', label: 'Not known' },
  ],
});

/** What makes reports comparable: signs, control and pattern. None of it is needed to send the form. */
export const pattern: PagesSection = {
  kind: 'pages',
  id: 'signs',
  title: 'Signs, control and patterns',
  optional: true,
  gate: false,
  atCheckAnswers: false,
  wantedWhen: { question: 'canDescribe', in: ['signs'] },
  pages: [
    {
      id: 'signs',
      title: 'Signs of exploitation',
      guidance: ['Select only what was noticed. Do not go and look for signs.'],
      questions: signs,
    },
    {
      id: 'control',
      title: 'Control and patterns',
      guidance: ['Answer only from what you already know.'],
      questions: [
        controlMethods,
        kept(more1, 'howOften'),
        text({
          id: 'patternTimes',
          label: 'On which days and at what times?',
          hint: 'For example, most mornings about 6am',
          name: 'Days and times',
          missing: 'Enter days and times',
          why: 'A pattern helps police plan when to act.',
          required: false,
          maxLength: 200,
          width: 'full',
        }),
        kept(more1, 'organisedGroup'),
      ],
    },
  ],
};
