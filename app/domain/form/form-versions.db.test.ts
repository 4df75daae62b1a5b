import { describe, expect, it } from 'vitest';
import { readForcePack } from '#app/domain/admin/read-force-pack.ts';
import { makeCtx } from '#tests/factories/ctx.ts';
import { testDatabase } from '#tests/factories/database.ts';
import { submitted } from '#tests/factories/submitted.ts';
import { NotFound } from '../kernel/failures.ts';
import { definitionHash } from './definition-hash.server.ts';
import { formVersions, versionsToRead, versionToRead } from './form-versions.server.ts';
import {
  filedDefinitions,
  publishedDefinitions,
  currentDefinition,
} from '#tests/factories/published-forms.ts';

const database = await testDatabase();
const as = (email: string) => makeCtx(database, { email });
const administrator = await as('administrator@police.example');
const others = ['robin@harbour-trust.example', 'fib.supervisor@police.example', 'auditor@police.example'];

describe('the versions of the form', () => {
  it('are listed newest first, with their agreement, and those published with the day', async () => {
    const lines = await formVersions(administrator);
    expect(lines.map((line) => line.version)).toEqual(
      publishedDefinitions.map((each) => each.version).reverse(),
    );
    expect(lines.map(({ hash }) => hash)).toEqual(filedDefinitions.map(definitionHash).reverse());
    expect(lines.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  });

  it('carry the agreement of this force’s pack', async () => {
    const pack = await readForcePack('prisma/packs/west-midlands-2015');
    const lines = await formVersions(administrator);
    for (const { version, on, with: partners } of pack.formAgreements)
      expect(lines.find((line) => line.version === version)?.agreed).toEqual({ on, with: partners });
    expect(pack.formAgreements.map(({ on }) => on)).not.toContain(currentDefinition.agreed?.on);
  });

  it('count the reports that were sent with them', async () => {
    const count = async () =>
      (await formVersions(administrator)).find((line) => line.version === currentDefinition.version)!
        .submissions;
    const before = await count();
    await submitted(await as('robin@harbour-trust.example'));
    expect(await count()).toBe(before + 1);
  });

  it('are for administrators: nobody else knows of them', async () => {
    for (const email of others) {
      const other = await as(email);
      await expect(formVersions(other)).rejects.toBeInstanceOf(NotFound);
      await expect(versionsToRead(other)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it.each([undefined, '', '0', '99', 'one', '1.0', '-1', '1e0'])('has no version %j', (written) => {
    expect(() => versionToRead(publishedDefinitions, written)).toThrow(NotFound);
  });
});
