import { readFileSync, writeFileSync } from 'node:fs';
import { impactAssessment } from '#app/domain/admin/impact-assessment.ts';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';

/** `npm run dpia [pack] [file]`: writes the data protection impact assessment of a pack. */
const [pack = 'prisma/packs/west-midlands-2015', file = 'docs/dpia.md'] = process.argv.slice(2);
writeFileSync(file, impactAssessment(await readForcePack(pack), readFileSync('docs/dpia-risks.md', 'utf8')));
