/** A body that comes in slower than a file from a poor connection does. */
export class TooSlow extends Error {}

/** How long a sender may be silent, in milliseconds, and at how many bytes a millisecond they earn more of it. */
export type Pace = { patience: number; rate: number };

/** A telephone at the edge of a network sends 16 KB a second. */
const leastPace: Pace = { patience: 20_000, rate: 16 };

/**
 * The same request, whose body ends with TooSlow where its sender lets the portal wait. Time in which nobody reads does not
 * count: a file is scanned and stored before the next is asked for.
 */
export function paced(request: Request, { patience, rate }: Pace = leastPace): Request {
  if (request.body === null) return request;
  const reader = request.body.getReader();
  let waited = 0;
  let received = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const began = performance.now();
        const piece = await inTime(reader, patience + received / rate - waited);
        waited += performance.now() - began;
        if (piece.done) controller.close();
        else {
          received += piece.value.byteLength;
          controller.enqueue(piece.value);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Request(request, { body, duplex: 'half' } as RequestInit);
}

async function inTime(reader: ReadableStreamDefaultReader<Uint8Array>, milliseconds: number) {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow('The body comes in too slowly')), Math.max(milliseconds, 0));
  });
  try {
    return await Promise.race([reader.read(), over]);
  } catch (failure) {
    void reader.cancel(failure).catch(() => undefined);
    throw failure;
  } finally {
    clearTimeout(timer);
  }
}
