import fc from 'fast-check';
import { decodeUtf8 } from '../../shared/document/utf8.ts';
import { cases } from '../cases.ts';

/** What the platform's own strict decoder says. */
const strictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

test('any text reads back, with a byte order mark or without', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, marked) => {
      const bytes = new TextEncoder().encode(marked ? `\ufeff${text}` : text);
      expect(decodeUtf8(bytes)).toBe(strictly(bytes));
    }),
    cases(100),
  );
});

test('any bytes are read as the platform reads them, or not at all', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(decodeUtf8(bytes)).toBe(strictly(bytes));
    }),
    cases(2000),
  );
});

test('a part of a larger buffer is read alone', () => {
  const whole = new TextEncoder().encode('前总计后');
  expect(decodeUtf8(whole.subarray(3, 9))).toBe('总计');
});
