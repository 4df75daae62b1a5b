import type { Tx } from '#app/platform/db/transaction.ts';
import { questionsOf } from '../../form/definition.ts';
import type { Form } from '../../form/held-forms.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Id } from '../../kernel/id.ts';

/** Say of no kind of work that it is this one. */
const notOne = ['other', 'not_known'];

/**
 * The kinds of work of a report, in the words of its form, of which no other organisation told in the last year: whoever
 * reads of one knows who told. Each looks in the index of its kind until another organisation's report is found.
 */
export async function soleSectors(
  tx: Tx,
  ctx: Pick<Ctx, 'clock'>,
  form: Form,
  submissionId: Id<'Submission'>,
): Promise<string[]> {
  const lastYear = ctx.clock.now();
  lastYear.setUTCFullYear(lastYear.getUTCFullYear() - 1);
  const rows = await tx.$queryRaw<{ sector: string | null }[]>`
    SELECT DISTINCT p.sector FROM submission_place p JOIN submission s ON s.id = p.submission_id
    WHERE p.submission_id = ${submissionId}::uuid AND p.sector IS NOT NULL AND p.sector <> ALL (${notOne})
      AND NOT EXISTS (SELECT 1 FROM submission_place o JOIN submission other ON other.id = o.submission_id
        WHERE o.sector = p.sector AND other.organisation_id <> s.organisation_id AND other.submitted_at > ${lastYear})`;
  const asked = questionsOf(form).find(({ id }) => id === form.meanings['place.sector']);
  const options = asked && 'options' in asked ? asked.options : [];
  return rows.flatMap(({ sector }) => options.find(({ value }) => value === sector)?.label ?? []);
}
