import type { DutyPosition } from '#app/domain/force/pack-settings.ts';
import type { Role } from '../../kernel/actor.ts';

/** Each step of the duty list in words, and the roles of which somebody holds one to stand there. */
export const positions: Readonly<Record<DutyPosition, { label: string; roles: readonly Role[] }>> = {
  duty_officer: { label: 'Duty officer', roles: ['fib_officer', 'fib_supervisor'] },
  deputy: { label: 'Deputy', roles: ['fib_officer', 'fib_supervisor'] },
  fib_supervisor: { label: 'FIB supervisor', roles: ['fib_supervisor'] },
  duty_inspector: { label: 'Duty inspector', roles: ['fib_supervisor'] },
};
