import { data } from 'react-router';
import { refusedForm, type FormState } from './form-state.ts';
import type { PostedForm } from './posted-form.ts';

/** The form again, with what is wrong with its file. */
export function refusedUpload(
  form: PostedForm,
  message: string,
  status: 413 | 422 | 503,
): ReturnType<typeof data<FormState>> {
  return data(refusedForm(form, [{ field: 'file', message }]), { status });
}
