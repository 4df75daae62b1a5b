import { dateValues } from '#app/domain/kernel/fields.ts';
import type { Item } from '#app/domain/submission/items.server.ts';

/** A grade that was given, as the form of a grade holds it: grading again starts there. Empty where there is none. */
export function gradeValues({
  grade,
  mopiGroup,
  reviewOn,
}: Pick<Item, 'grade' | 'mopiGroup' | 'reviewOn'>): Record<string, string> {
  if (!grade) return {};
  return {
    source: grade.source,
    assessment: grade.assessment,
    handling: grade.handling,
    actionCode: grade.actionCode ?? '',
    sanitisationCode: grade.sanitisationCode ?? '',
    usage: grade.usage ?? '',
    reason: grade.reason ?? '',
    provenance: grade.provenance,
    fiveByFive: grade.fiveByFive ?? '',
    limitReason: grade.limitReason ?? '',
    mopiGroup: mopiGroup === null ? '' : String(mopiGroup),
    ...dateValues('reviewOn', reviewOn),
  };
}
