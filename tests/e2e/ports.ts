/** The first of the ports of a run. Two runs beside each other on one machine each get their own. */
const first = Number(process.env.E2E_PORT ?? 3917);

/** Where things listen during a run. */
export const ports = {
  /** The demonstration that most journeys share. */
  portal: first,
  /** What the force's alert gateway would be. */
  alerts: first + 1,
  /** A portal whose clock a test moves. */
  moved: first + 2,
  /** A portal that a test kills. */
  killed: first + 3,
  /** The demonstration as it starts, for the tour. */
  tour: first + 4,
} as const;

export const addressAt = (port: number): string => `http://localhost:${port}`;
