import type { AssessmentGrade, Grade, SourceGrade } from '#app/domain/triage/grading.ts';

export type Confidence = 'high' | 'medium' | 'low';
export type ConfidenceMatrix = Readonly<Record<`${SourceGrade}${AssessmentGrade}`, Confidence>>;

/**
 * Which confidence follows from which grades. That 1A is the highest is published; the other cells are a cautious
 * reading of our own, which the force confirms or replaces.
 */
export const cautiousConfidence: ConfidenceMatrix = {
  '1A': 'high',
  '1B': 'high',
  '1C': 'medium',
  '1D': 'low',
  '1E': 'low',
  '2A': 'medium',
  '2B': 'medium',
  '2C': 'low',
  '2D': 'low',
  '2E': 'low',
  '3A': 'low',
  '3B': 'low',
  '3C': 'low',
  '3D': 'low',
  '3E': 'low',
};

export const confidenceNote =
  'Derived from the grade. The table behind it has not been confirmed by the force.';

export const confidence = (
  grade: Pick<Grade, 'source' | 'assessment'>,
  matrix: ConfidenceMatrix = cautiousConfidence,
): Confidence => matrix[`${grade.source}${grade.assessment}`];
