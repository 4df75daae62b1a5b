import { DateTime } from '#app/ui/layout/DateTime.tsx';

/** The days of a plan, the first and the last included. */
export function Period({ firstDay, lastDay }: { firstDay: Date; lastDay: Date }) {
  return (
    <>
      <DateTime at={firstDay} dateOnly /> to <DateTime at={lastDay} dateOnly />
    </>
  );
}
