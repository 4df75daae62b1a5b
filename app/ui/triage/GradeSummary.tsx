import {
  actionCodes,
  assessmentGrades,
  gradeInFull,
  handlingCodes,
  sanitisationCodes,
  sourceGrades,
  type Code,
  type Grade,
} from '#app/domain/kernel/grading.ts';
import { fiveByFiveInWords, type FiveByFiveShown } from '#app/domain/kernel/five-by-five.ts';
import { confidenceNote, type Confidence } from '#app/domain/kernel/confidence.ts';
import { SummaryList } from '#app/ui/govuk/SummaryList.tsx';

export type GradeSummaryProps = {
  grade: Pick<Grade, 'source' | 'assessment' | 'handling' | 'actionCode' | 'sanitisationCode' | 'usage'>;
  confidence: Confidence;
  /** As it was graded by the scheme of its time. */
  fiveByFive: FiveByFiveShown;
};

function inWords(codes: readonly Code<string>[], code: string): string {
  const found = codes.find((each) => each.code === code);
  return found ? `${found.code} ${found.label}. ${found.definition}` : code;
}

/** A grade with the meaning of each of its codes, for whoever has to keep to it. */
export function GradeSummary({ grade, confidence, fiveByFive }: GradeSummaryProps) {
  return (
    <SummaryList
      rows={[
        { key: 'Grade', value: <strong>{gradeInFull(grade)}</strong> },
        { key: 'Source', value: inWords(sourceGrades, grade.source) },
        { key: 'Assessment', value: inWords(assessmentGrades, grade.assessment) },
        { key: 'Handling', value: inWords(handlingCodes, grade.handling) },
        grade.actionCode !== null && { key: 'Action', value: inWords(actionCodes, grade.actionCode) },
        grade.sanitisationCode !== null && {
          key: 'Sanitisation',
          value: inWords(sanitisationCodes, grade.sanitisationCode),
        },
        grade.usage !== null && {
          key: 'How it may be acted on',
          value: <span className="portal-verbatim">{grade.usage}</span>,
        },
        {
          key: 'Confidence',
          value: (
            <>
              {confidence.charAt(0).toUpperCase() + confidence.slice(1)}
              <br />
              <span className="portal-secondary">{confidenceNote}</span>
            </>
          ),
        },
        fiveByFive.grade !== null && {
          key: '5x5x5 grade',
          value: (
            <>
              <strong>{fiveByFive.grade}</strong>, as it was graded at the time
              {fiveByFiveInWords(fiveByFive.grade, fiveByFive.pack).map((words) => (
                <span key={words} className="portal-secondary">
                  <br />
                  {words}
                </span>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
