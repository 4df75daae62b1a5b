import { roles, roleNames } from '#app/domain/actor.ts';
import { demonstrationPassword } from '#app/domain/administration/prepare-demonstration.server.ts';
import { packDirectory, type Portal } from '#app/portal.ts';
import { readDemonstration, readForcePack } from '#prisma/packs/read-force-pack.ts';

/** Says on standard output where the portal is and, in the demonstration, one account for each role. */
export async function announce(portal: Portal): Promise<void> {
  const { config } = portal;
  const lines = [`The partner intelligence portal runs at ${config.portalUrl}`];
  if (config.mode === 'demonstration') {
    const directory = packDirectory(config);
    const { accounts } = await readDemonstration(directory, await readForcePack(directory));
    lines.push('', `Demonstration accounts, all with the password ${demonstrationPassword}`);
    for (const role of roleNames) {
      const account = accounts.find((candidate) => candidate.presents === role);
      if (account) lines.push(`  ${roles[role].label.padEnd(18)} ${account.email}`);
    }
    lines.push('', `Captured mail: ${config.portalUrl}/demonstration/mail`, `Data: ${config.dataDirectory}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
