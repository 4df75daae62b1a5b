import { describe, expect, it } from 'vitest';
import { isOwnContact, isOwnOffice, readOwnContact, type OwnContact } from './own-contacts.ts';

const read = (line: string): OwnContact => {
  const contact = readOwnContact(line);
  if (contact === null) throw new Error(line);
  return contact;
};

describe('a number or address of one’s own', () => {
  it.each([
    ['0121 496 0123', { kind: 'phone', value: '+441214960123' }],
    ['+44 (0)121 496 0123', { kind: 'phone', value: '+441214960123' }],
    ['Info@Example.org', { kind: 'email', value: 'info@example.org' }],
    ['@harbour.example', { kind: 'domain', value: 'harbour.example' }],
    ['https://www.Harbour.example/', { kind: 'domain', value: 'harbour.example' }],
    ['facebook.com/harbour', { kind: 'page', value: 'facebook.com/harbour' }],
    ['12 Invented Street, B4 7ZZ', { kind: 'office', postcode: 'B4 7ZZ', number: '12' }],
    ['b47zz', { kind: 'office', postcode: 'B4 7ZZ', number: null }],
  ])('is read from %s', (line, contact) => {
    expect(readOwnContact(line)).toEqual(contact);
  });

  it.each([
    '',
    '101',
    '12',
    'B4',
    'B4 7',
    'Invented Street',
    '@gmail.com',
    'www.facebook.com',
    'harbour',
    '@',
  ])('is not read from “%s”', (line) => {
    expect(readOwnContact(line)).toBeNull();
  });

  it.each([
    ['0121 496 0123', '00441214960123', true],
    ['0121 496 0123', '0121 496 0124', false],
    ['info@example.org', ' INFO@example.org', true],
    ['@harbour.example', 'any.body@mail.harbour.example', true],
    ['@harbour.example', 'http://www.harbour.example/find-us', true],
    ['@harbour.example', 'somebody@not-harbour.example', false],
    ['@harbour.example', 'harbour.example.somewhere.example', false],
    ['facebook.com/harbour', 'https://facebook.com/harbour/', true],
    ['facebook.com/harbour', 'facebook.com/other', false],
    ['B4 7ZZ', 'B4 7ZZ', false],
  ])('%s, written as %s: %s', (line, written, same) => {
    expect(isOwnContact(read(line), written)).toBe(same);
  });

  it.each([
    ['12 Invented Street, B4 7ZZ', '12 Invented St, Birmingham, b4 7zz', true],
    ['12 Invented Street, B4 7ZZ', 'Birmingham, B4 7ZZ', true],
    ['12 Invented Street, B4 7ZZ', '14 Invented Street, B4 7ZZ', false],
    ['Invented House, B4 7ZZ', '14 Invented Street, B4 7ZZ', false],
    ['Invented House, B4 7ZZ', 'Invented House, B4 7ZY', false],
    ['0121 496 0123', 'B4 7ZZ', false],
  ])('the office at %s, written as %s: %s', (line, written, same) => {
    expect(isOwnOffice(read(line), written)).toBe(same);
  });
});
