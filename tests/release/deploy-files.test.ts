import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { configKeys } from '#app/platform/env-fields.ts';

const deploy = (name: string) => readFileSync(`docs/operations/deploy/${name}`, 'utf8');

describe('the files to copy', () => {
  it('ask for metrics that there are', () => {
    const measured =
      readFileSync('app/measured.ts', 'utf8') + readFileSync('app/platform/metrics.ts', 'utf8');
    const asked = new Set(deploy('alerts.yml').match(/\bportal_[a-z_]+/g));
    expect(asked.size).toBeGreaterThan(6);
    for (const name of asked) expect(measured).toContain(`'${name.replace(/_count$/, '')}'`);
  });

  it('start the portal by the one file that says what V8 is told', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const starts of [scripts.start, scripts.demo, deploy('Containerfile'), deploy('portal.service')]) {
      expect(starts).toContain('app/start');
      expect(starts).not.toContain('build/server/index.js');
    }
    expect(readFileSync('app/start', 'utf8')).toMatch(/--max-semi-space-size=\d+ --heap-growing-percent=\d+/);
  });

  it('set only what the portal reads', () => {
    const set = [
      ...deploy('compose.yaml').matchAll(/^ {6}([A-Z_]+): /gm),
      ...deploy('Containerfile').matchAll(/^ENV .*$/gm),
    ].flatMap(([line, name]) => name ?? [...line.matchAll(/([A-Z_]+)=/g)].map(([, key = '']) => key));
    expect(set.length).toBeGreaterThan(10);
    for (const name of set) expect(configKeys).toContain(name.replace(/_FILE$/, ''));
  });
});
