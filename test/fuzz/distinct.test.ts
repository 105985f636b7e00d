import { distinct } from './distinct.ts';
import { examineHere } from './examine-here.ts';
import { readSamples, type Sample } from './samples.ts';

const isStated = ({ figures }: Awaited<ReturnType<typeof examineHere>>) =>
  Object.entries(figures).flatMap(([id, { state }]) => (state === 'stated' ? [id] : []));

describe('a sample with a number of its own in every cell', () => {
  const samples = readSamples();
  const one = (format: string): Sample => samples.find((own) => own.format === format)!;

  test.each(['text', 'markdown', 'html', 'mht', 'docx', 'odt', 'rtf', 'xlsx', 'xls', 'doc'])(
    '%s states the same figures, nearly all of them different',
    async (format) => {
      const sample = one(format);
      const made = distinct(sample)!;
      const before = await examineHere(sample.bytes, sample.name);
      const after = await examineHere(made.bytes, made.name);
      expect(isStated(after)).toEqual(isStated(before));
      const values = new Set(isStated(after).map((id) => after.figures[id]!.value));
      // A digit in a DOC file can only give way to another one.
      expect(values.size).toBeGreaterThan(format === 'doc' ? 40 : isStated(after).length * 0.95);
    },
  );
});
