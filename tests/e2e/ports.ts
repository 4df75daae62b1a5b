/** The first of the ports of a run. Two runs beside each other on one machine each get their own, and so do its workers. */
const first = Number(process.env.E2E_PORT ?? 3917) + 10 * Number(process.env.TEST_PARALLEL_INDEX ?? 0);

/** Where the things of one worker listen. */
export const ports = {
  /** The demonstration that most journeys of the worker share. */
  portal: first,
  /** What the force's alert gateway would be. */
  alerts: first + 1,
  /** A portal whose clock a test moves. */
  moved: first + 2,
  /** The demonstration as it starts, which is killed and started anew. */
  own: first + 3,
} as const;

export const addressAt = (port: number): string => `http://localhost:${port}`;
