import { link } from '#app/http/link.ts';
import { roles } from '#app/domain/kernel/actor.ts';
import type { Portal } from '#app/portal.ts';

/** Says on standard output where the portal is and, in the demonstration, one account for each role. */
export function announce({ config, demonstration }: Portal): void {
  const lines = [`The partner intelligence portal runs at ${config.portalUrl}`];
  if (demonstration) {
    lines.push('', `Demonstration accounts, all with the password ${demonstration.password}`);
    for (const { role, email } of demonstration.accounts)
      lines.push(`  ${roles[role].label.padEnd(18)} ${email}`);
    lines.push(
      '',
      `Captured mail: ${config.portalUrl}${link('demonstration/mail')}`,
      `Data: ${config.dataDirectory}`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
