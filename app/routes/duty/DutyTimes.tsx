import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** From when until when; `to` null is without an end. */
export function DutyTimes({ from, to }: { from: Date; to: Date | null }) {
  return (
    <>
      <DateTime at={from} short /> to {to ? <DateTime at={to} short /> : 'no end'}
    </>
  );
}
