/** Where things listen during a run. */
export const ports = {
  /** The demonstration that most journeys share. */
  portal: 3917,
  /** What the force's alert gateway would be. */
  alerts: 3918,
  /** A portal whose clock a test moves. */
  moved: 3919,
  /** A portal that a test kills. */
  killed: 3920,
} as const;

export const addressAt = (port: number): string => `http://localhost:${port}`;
