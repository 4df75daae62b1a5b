import type { PostedForm } from './posted-form.ts';

/** How many messages the page showed that a form was on; -1, which no page shows, for anything but a number. */
export function readSeen(form: PostedForm): number {
  const posted = form.get('seen');
  return /^\d{1,4}$/.test(posted) ? Number(posted) : -1;
}
