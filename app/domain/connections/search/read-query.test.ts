import { describe, expect, it } from 'vitest';
import { generateReference } from '#app/domain/kernel/reference.ts';
import { kindOf, readQuery } from './read-query.ts';

describe('what was typed', () => {
  it.each([
    ['bx12 abc', 'vehicle', { mark: 'BX12ABC' }],
    ['BX?? ABC', 'vehicle', { mark: 'BX??ABC' }],
    ['07700 900123', 'phone', { phone: '+447700900123' }],
    ['(0121) 496 0123', 'phone', { phone: '+441214960123' }],
    ['b11 4aa', 'postcode', { postcode: 'B11 4AA' }],
    ['B11', 'postcode', { postcode: 'B11' }],
    ['Ştefan O’Nolan', 'text', { words: 'stefan onolan', mark: null, phone: null }],
    ['white van', 'text', { mark: null }],
    ['robin@Example.ORG', 'text', { contacts: expect.arrayContaining(['robin@example.org']) as unknown }],
    ['%_', 'text', { words: null, contacts: [] }],
  ] as const)('%s is read as %s', (typed, kind, parts) => {
    const query = readQuery(typed);
    expect(kindOf(query)).toBe(kind);
    expect(query).toMatchObject(parts);
  });

  it('knows a reference however it is written', () => {
    const reference = generateReference((count) => new Uint8Array(count).fill(7));
    expect(readQuery(reference.toLowerCase().replace('-', ' '))).toMatchObject({ reference });
  });

  it('is cut before it reaches the database', () => {
    expect(readQuery('x'.repeat(5000)).text).toHaveLength(200);
  });
});
