import fc from 'fast-check';
import type { Finding, Operand } from '../../shared/checks/outcome.ts';
import { fingerprint } from '../../shared/records/fingerprint.ts';
import { cases } from '../cases.ts';

const value = fc.option(fc.integer({ min: -5, max: 2000 }), { nil: null });
const operand = fc.record<Operand>(
  {
    figure: fc.constantFrom('requests.closed.total', 'requests.received.total', 'requests.received.business'),
    value,
    at: fc.record({ line: fc.nat(500), column: fc.nat(9) }),
    year: fc.integer({ min: 2019, max: 2025 }),
    quote: fc.string(),
  },
  { requiredKeys: ['figure', 'value'] },
);
const words = fc.record({ zh: fc.string(), en: fc.string() });
const finding = fc.record<Finding>(
  {
    rule: fc.constantFrom('requests/row-total', 'history/carried-over'),
    subject: fc.constantFrom('total', 'received'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: words,
    operands: fc.array(operand, { minLength: 1, maxLength: 8 }),
    expected: value,
    actual: value,
  },
  { requiredKeys: ['rule', 'subject', 'severity', 'message', 'operands'] },
);

test('a fingerprint holds when words, places, severity, cause or the order of the values change', () => {
  fc.assert(
    fc.property(
      finding.chain((before) =>
        fc.record({
          before: fc.constant(before),
          operands: fc.shuffledSubarray([...before.operands], { minLength: before.operands.length }),
          message: words,
          severity: fc.constantFrom<Finding['severity']>('error', 'warning', 'info'),
          line: fc.nat(500),
        }),
      ),
      ({ before, operands, message, severity, line }) => {
        const after: Finding = {
          ...before,
          severity,
          message,
          operands: operands.map((each) => ({ ...each, at: { line, column: 1 }, quote: '' })),
          cause: { id: 'c', repairs: [], unique: false, kind: 'sign' },
        };
        expect(fingerprint(after)).toBe(fingerprint(before));
        expect(fingerprint(after)).toMatch(/^[0-9a-f]{16}$/);
      },
    ),
    cases(100),
  );
});

test('a fingerprint lapses when any value changes, also from blank to 0', () => {
  fc.assert(
    fc.property(finding, fc.nat(), value, (before, nth, changed) => {
      const index = nth % before.operands.length;
      fc.pre(before.operands[index]?.value !== changed);
      const operands = before.operands.map((each, at) => (at === index ? { ...each, value: changed } : each));
      expect(fingerprint({ ...before, operands })).not.toBe(fingerprint(before));
    }),
    cases(100),
  );
});

test('findings of other rules, subjects, expectations or years have other fingerprints', () => {
  fc.assert(
    fc.property(finding, (before) => {
      const others: Finding[] = [
        { ...before, rule: 'values/negative' },
        { ...before, subject: 'litigation' },
        { ...before, expected: (Number(before.expected) || 0) + 1 },
        { ...before, actual: (Number(before.actual) || 0) + 1 },
        { ...before, operands: before.operands.map((each) => ({ ...each, year: 1999 })) },
      ];
      for (const other of others) expect(fingerprint(other)).not.toBe(fingerprint(before));
    }),
    cases(100),
  );
});
