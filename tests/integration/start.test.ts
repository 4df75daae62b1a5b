import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('starting with wrong settings', () => {
  it('ends with a list of them in words, and no trace of code', () => {
    const { status, stderr } = spawnSync(process.execPath, ['build/server/index.js'], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', PORTAL_MODE: 'service', PORT: 'nine' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The portal cannot start: \d+ settings need attention\.\n {2}/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
