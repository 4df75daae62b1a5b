import type { Id } from '#app/domain/kernel/id.ts';
import { needsSecondPerson } from '#app/domain/submission/second-person.ts';
import type { Item, SanitisedVersion } from '#app/domain/submission/items.server.ts';

export type GradeToApprove = {
  gradeId: Id<'ItemGrade'>;
  gradedById: Id<'Account'>;
  /** It has gone out with this grade already. */
  afterTheFact: boolean;
  /** Everybody to whom it went with this grade has had it taken back. */
  recalled: boolean;
};

/**
 * The grades with which a second person has to judge a version of the text: the one of now, and those with which it has
 * gone out although it needed a second person, recalled since or not, as far as nobody has judged it with them.
 */
export function gradesToApprove(
  item: Pick<Item, 'grade' | 'earlierGrades' | 'disseminations'>,
  text: Pick<SanitisedVersion, 'version' | 'approvals' | 'sentBack'>,
  restricted: boolean,
): GradeToApprove[] {
  if (text.sentBack) return [];
  return [...(item.grade ? [item.grade] : []), ...item.earlierGrades].flatMap((grade) => {
    const sent = item.disseminations.filter(
      ({ version, gradeId }) => version === text.version && gradeId === grade.id,
    );
    const afterTheFact = sent.length > 0 && needsSecondPerson({ handling: grade.handling, restricted });
    const judged = text.approvals.some(({ gradeId }) => gradeId === grade.id);
    if (judged || (!afterTheFact && grade.id !== item.grade?.id)) return [];
    const recalled = afterTheFact && sent.every((each) => each.recalled !== null);
    return [{ gradeId: grade.id, gradedById: grade.gradedById, afterTheFact, recalled }];
  });
}
