import { remembered } from '../../shared/report/remembered.ts';

test('a text is worked on once, also when nothing came of it', () => {
  const seen: string[] = [];
  const length = remembered((text) => {
    seen.push(text);
    return text === '' ? undefined : text.length;
  });
  expect([length('总计'), length('总计'), length(''), length('')]).toEqual([2, 2, undefined, undefined]);
  expect(seen).toEqual(['总计', '']);
});

test('what is kept stays bounded, and right', () => {
  const double = remembered((text) => text + text);
  for (let i = 0; i < 20_000; i++) expect(double(String(i))).toBe(`${i}${i}`);
  expect(double('7')).toBe('77');
});
