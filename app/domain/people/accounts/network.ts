import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address is in, as providers give them out: the first 24 bits of IPv4, the first 48 of IPv6. Somebody
 * with one connection has one of these, however many addresses. What is no address is its own network.
 */
export function networkOf(address: string): string {
  const four = address.replace(/^::ffff:/i, '');
  if (isIPv4(four)) return four.split('.').slice(0, 3).join('.');
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...last];
  return all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
