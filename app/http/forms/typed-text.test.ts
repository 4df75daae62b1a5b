import { describe, expect, it } from 'vitest';
import { typedText } from './typed-text.ts';

describe('typed text', () => {
  it('cannot turn the direction of what follows, nor divide words unseen', () => {
    expect(typedText('Anna \u202egnirB\u202c a\u2066b\u2069c')).toBe('Anna gnirB abc');
    expect(typedText('Zeb\u200bed\u2060ee\ufeff\0')).toBe('Zebedee');
  });

  it('keeps what scripts need, and has one kind of line break', () => {
    const joined = 'می\u200cخواهم क्\u200dष \u200fעברית\u200e';
    expect(typedText(joined)).toBe(joined);
    expect(typedText('one\r\ntwo\rthree')).toBe('one\ntwo\nthree');
  });
});
