import type { WrittenNext, WrittenPlan } from '#app/domain/connections/contact-plan/contact-input.ts';
import { dateFields, dateOf } from './date-fields.ts';
import type { PostedForm } from './posted-form.ts';

/** The fields of when the next contact is due. */
const nextFields = [...dateFields('nextOn'), 'endedReason'];
export const planFields = ['who', 'how', 'interpreter', 'language', 'safeTimes', 'never', ...nextFields];
export const contactFields = ['contact', 'result', ...dateFields('madeOn'), ...nextFields];

export const writtenNext = (form: PostedForm): WrittenNext => ({
  nextOn: dateOf(form, 'nextOn'),
  endedReason: form.get('endedReason'),
});

export const writtenPlan = (form: PostedForm): WrittenPlan => ({
  who: form.get('who'),
  how: form.get('how'),
  interpreter: form.get('interpreter'),
  language: form.get('language'),
  safeTimes: form.get('safeTimes'),
  never: form.get('never'),
  ...writtenNext(form),
});
