import { link } from '#app/http/link.ts';
import { roles } from '#app/domain/kernel/actor.ts';
import type { Portal } from '#app/portal.ts';

/**
 * Says where the portal is: in real use as a line of the log, which is all that its standard output holds; in the
 * demonstration to a person, with one account for each role.
 */
export function announce({ config, demonstration, log }: Portal): void {
  if (!demonstration) {
    log.info({ portalUrl: config.portalUrl }, 'the portal runs');
    return;
  }
  const lines = [
    `The partner intelligence portal runs at ${config.portalUrl}`,
    '',
    `Demonstration accounts, all with the password ${demonstration.password}`,
    ...demonstration.accounts.map(({ role, email }) => `  ${roles[role].label.padEnd(18)} ${email}`),
    '',
    `Captured mail: ${config.portalUrl}${link('demonstration/mail')}`,
    `Data: ${config.dataDirectory}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
