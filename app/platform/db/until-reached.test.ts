import { describe, expect, it } from 'vitest';
import { untilReached } from './until-reached.ts';

const refusal = (code: string) =>
  Object.assign(new Error(code), { code, ...(code.startsWith('E') ? { syscall: 'connect' } : {}) });

/** A server that answers in turn with what it refuses, then lets in. */
async function reach(seconds: number, ...answers: string[]) {
  const waited: number[] = [];
  let said = 0;
  const left = [...answers];
  const greet = () => {
    const code = left.shift();
    return code === undefined ? Promise.resolve() : Promise.reject(refusal(code));
  };
  const outcome = await untilReached(greet, { seconds, say: () => (said += 1) }, (milliseconds) =>
    Promise.resolve(waited.push(milliseconds)),
  ).catch((failure: unknown) => (failure as Error).message);
  return { outcome, waited: waited.length, said };
}

describe('a database that', () => {
  it('is coming is awaited, and that is said once', async () => {
    expect(await reach(60, 'ENOTFOUND', 'ECONNREFUSED', '57P03')).toEqual({
      outcome: undefined,
      waited: 3,
      said: 1,
    });
  });

  it('does not come in time is given up', async () => {
    expect(await reach(2, 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED', 'ECONNREFUSED')).toEqual({
      outcome: 'ECONNREFUSED',
      waited: 2,
      said: 1,
    });
  });

  it.each(['28P01', '3D000', '28000'])('refuses with %s is not asked again', async (code) => {
    expect(await reach(60, code)).toEqual({ outcome: code, waited: 0, said: 0 });
  });
});
