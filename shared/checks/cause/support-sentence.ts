import type { Message } from '../../document/rejection.ts';
import type { Claim } from '../../report/report.ts';
import type { Repair } from './repairs.ts';

const quoted = (claims: readonly Claim[]): string => claims.map(({ quote }) => `“${quote}”`).join('、');

/**
 * What the narrative says for the best repair. A number that fits every repair tells none apart and is left out; one
 * that fits some others too is not told as if it spoke for the best alone.
 */
export const supportSentence = (repairs: readonly Repair[]): Message => {
  const [best, ...others] = repairs;
  const fits = (claim: Claim): number => 1 + others.filter(({ support }) => support.includes(claim)).length;
  const telling = (best?.support ?? []).filter(
    (claim) => others.length === 0 || fits(claim) < repairs.length,
  );
  const alone = telling.filter((claim) => fits(claim) === 1);
  const shared = telling.filter((claim) => fits(claim) > 1);
  return {
    zh: [
      alone.length > 0 ? `正文${quoted(alone)}与此相符。` : '',
      ...shared.map((claim) => `正文${quoted([claim])}与其中 ${fits(claim)} 种相符，包括第一种。`),
    ].join(''),
    en: [
      alone.length > 0 ? ` The narrative agrees: ${quoted(alone)}.` : '',
      ...shared.map(
        (claim) =>
          ` The narrative agrees with ${fits(claim)} of them, the first included: ${quoted([claim])}.`,
      ),
    ].join(''),
  };
};
