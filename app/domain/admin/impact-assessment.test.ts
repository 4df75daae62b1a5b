import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { agreementOf } from '../form/form-agreement.ts';
import { impactAssessment } from './impact-assessment.ts';
import { readForcePack } from './read-force-pack.ts';

const pack = await readForcePack('prisma/packs/west-midlands-2015');

it('is as the pack and the form are: after a change of either, npm run dpia', () => {
  expect(impactAssessment(pack, readFileSync('docs/dpia-risks.md', 'utf8'))).toBe(
    readFileSync('docs/dpia.md', 'utf8'),
  );
});

it('says of each question of the newest agreed form why it is asked, and of each rule how long', () => {
  const text = impactAssessment({ ...pack, dataProtection: null }, '');
  const agreed = pack.forms.filter(({ definition }) => agreementOf(definition, pack.formAgreements));
  const { sections } = agreed.at(-1)!.definition;
  for (const { title } of sections) expect(text).toContain(`### ${title}`);
  expect(text).toContain('| Name of the source');
  for (const { what } of pack.retention.reports) expect(text).toContain(`| ${what} |`);
  expect(text).toContain('The pack does not say.');
});
