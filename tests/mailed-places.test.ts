import { expect, it } from 'vitest';
import { isNotice, notice, notices } from '#emails/notices.ts';
import { addressOf } from '#tests/factories/address-of.ts';

it.each(Object.entries(notices))('the mail %s leads to a plain address of the portal', (kind, { place }) => {
  if (!isNotice(kind)) throw new Error(`${kind} is no notice`);
  const path = addressOf(place === 'submission' ? { submission: 'x' } : place);
  const { text } = notice(kind, { force: 'Example', portalUrl: 'https://portal.example', path });
  expect(text).toContain(`https://portal.example${path}`);
});
