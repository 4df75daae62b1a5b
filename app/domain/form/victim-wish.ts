import { textSaid, type Said } from './said.ts';

/** The victim's wish as the report gives it; `none`: it is not sent on a victim's behalf, or does not say. */
export type ContactWish = 'wanted' | 'unwanted' | 'none';

/** Means nothing unless the report is sent on behalf of the victim. */
export function contactWish(report: Said): ContactWish {
  if (textSaid(report, 'victim.onBehalf') !== 'yes') return 'none';
  const wants = textSaid(report, 'victim.wantsContact');
  if (wants === 'yes') return 'wanted';
  return wants === 'no' ? 'unwanted' : 'none';
}
