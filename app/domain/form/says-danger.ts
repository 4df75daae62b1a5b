import { textSaid, type Said } from './said.ts';

/** Whether a report says that somebody is in danger, or could soon be. */
export function reportSaysDanger(report: Said): boolean {
  return (
    ['now', 'soon'].includes(textSaid(report, 'danger') ?? '') || textSaid(report, 'child') === 'in_danger'
  );
}
