import { z } from 'zod';
import {
  assessmentGrades,
  sourceGrades,
  type AssessmentGrade,
  type Grade,
  type SourceGrade,
} from './grading.ts';

export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];

type Pair = `${SourceGrade}${AssessmentGrade}`;
export type ConfidenceMatrix = Readonly<Record<Pair, Confidence>>;

const pairs = sourceGrades.flatMap(({ code: source }) =>
  assessmentGrades.map(({ code: assessment }): Pair => `${source}${assessment}`),
);

/**
 * Which confidence follows from which grades, unless the force's pack says otherwise. That 1A is the highest is
 * published; the other cells are a cautious reading of our own.
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

/** The force's own table: every pair of source and assessment, "1A" to "3E", and no other. */
export const confidenceMatrixSchema = z.record(z.enum(pairs), z.enum(confidences));

export const confidenceNote =
  'Derived from the grade when it was given. The table behind it has not been confirmed by the force.';

export const confidence = (
  grade: Pick<Grade, 'source' | 'assessment'>,
  matrix: ConfidenceMatrix,
): Confidence => matrix[`${grade.source}${grade.assessment}`];
