import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';

const start = (env: NodeJS.ProcessEnv) =>
  spawnSync('app/start', {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORTAL_MODE: 'service', ...env },
    encoding: 'utf8',
    timeout: 60_000,
  });

describe('starting', () => {
  it('with wrong settings ends with a list of them in words, and no trace of code', () => {
    const { status, stderr } = start({ PORT: 'nine' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The portal cannot start: \d+ settings need attention\.\n {2}/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('where nothing can be kept ends in words, and no trace of code', () => {
    const { status, stderr } = start({
      NODE_ENV: 'development',
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      DATA_DIRECTORY: 'package.json/data',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^The portal cannot start\.\nThere is no folder in which/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
