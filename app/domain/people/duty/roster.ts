import type { Id } from '#app/domain/kernel/id.ts';
import type { DutyPosition } from '#app/domain/force/pack-settings.ts';

/** Somebody at one step of the duty list, or in a queue, from `from` up to and without `to`; null is without an end. */
export type PersonSpan<Position extends string = DutyPosition> = {
  accountId: Id<'Account'>;
  position: Position;
  from: Date;
  to: Date | null;
};

/** Somebody who is away, and so on no duty. */
export type Absence = { accountId: Id<'Account'>; from: Date; to: Date };

/** A stretch of time in which nobody is on duty at a step, or nobody of a queue is here. */
export type Gap<Position extends string = DutyPosition> = { position: Position; from: Date; to: Date };

type Stretch = { from: number; to: number };

/** The stretches of time within `from` and `to` in which a position has nobody, one after the other and in the order of time. */
export function gapsOf<Position extends string>(
  positions: readonly Position[],
  spans: readonly PersonSpan<Position>[],
  absences: readonly Absence[],
  window: { from: Date; to: Date },
): Gap<Position>[] {
  const whole = { from: window.from.getTime(), to: window.to.getTime() };
  return positions.flatMap((position) => {
    const covered = spans
      .filter((span) => span.position === position)
      .flatMap((span) => {
        const away = absences.filter(({ accountId }) => accountId === span.accountId);
        return without(
          [{ from: span.from.getTime(), to: span.to?.getTime() ?? Infinity }],
          away.map(stretch),
        );
      });
    return without([whole], covered).map(({ from, to }) => ({
      position,
      from: new Date(from),
      to: new Date(to),
    }));
  });
}

const stretch = ({ from, to }: { from: Date; to: Date }): Stretch => ({
  from: from.getTime(),
  to: to.getTime(),
});

/** The rest of some stretches when others are taken out. */
function without(whole: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  let left = [...whole];
  for (const cut of taken) {
    left = left.flatMap((part) => {
      if (cut.to <= part.from || cut.from >= part.to) return [part];
      const around = [
        { from: part.from, to: cut.from },
        { from: cut.to, to: part.to },
      ];
      return around.filter(({ from, to }) => from < to);
    });
  }
  return left;
}
