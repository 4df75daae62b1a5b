import type { WrittenRecord } from '#app/domain/connections/records/record-input.ts';
import { dateFields, dateOf } from './date-fields.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields of a record link; a kind without one does not post it. */
export const recordFields = ['reference', 'status', 'agency', 'note', ...dateFields('datedOn')];

export const writtenRecord = (form: PostedForm): WrittenRecord => ({
  reference: form.get('reference'),
  status: form.get('status'),
  agency: form.get('agency'),
  datedOn: dateOf(form, 'datedOn'),
  note: form.get('note'),
});
