import type { DutyPosition, EscalationStep } from '#app/domain/force/pack-settings.ts';
import { stepsDue, type Waiting } from './escalation.ts';

/** After the last step of the pack everybody is told again this often, in minutes, until somebody claims it. */
export const repeatEvery = 60;

const everybody: DutyPosition[] = ['duty_officer', 'deputy', 'fib_supervisor', 'duty_inspector'];

const repeated = 'again-';
export const isRepeat = (code: string): boolean => code.startsWith(repeated);

/** The step of the pack with this code, or the repeat; null for a code that the pack no longer has. */
export function stepOf(
  escalation: readonly EscalationStep[],
  code: string,
): Pick<EscalationStep, 'positions' | 'tellMdsLead'> | null {
  if (isRepeat(code)) return { positions: everybody, tellMdsLead: true };
  return escalation.find((step) => step.code === code) ?? null;
}

/** The pack's steps, and after them a repeat each hour of the wait so far: a High submission is never let be. */
export function highStepsDue(
  escalation: readonly EscalationStep[],
  waiting: Waiting & { unclaimedSince: Date },
  done: readonly string[],
  now: Date,
): EscalationStep[] {
  const last = Math.max(0, ...escalation.map((step) => step.afterMinutes));
  const waited = (now.getTime() - waiting.unclaimedSince.getTime()) / 60_000;
  const repeats = Math.max(0, Math.floor((waited - last) / repeatEvery));
  // Of the repeats only the newest matters: after an outage nobody needs the ones that were missed.
  const repeat: EscalationStep[] =
    repeats === 0
      ? []
      : [
          {
            code: `${repeated}${repeats}`,
            afterMinutes: last + repeats * repeatEvery,
            positions: everybody,
            tellMdsLead: true,
          },
        ];
  return stepsDue([...escalation, ...repeat], waiting, done, now);
}
