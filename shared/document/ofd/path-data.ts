/** How many numbers follow each operator (GB/T 33190-2016, 9.3.3), and which of them are the point reached. */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** A path's pieces as the points they lead through; curves count as their ends. */
export const pathPoints = (data: string): [x: number, y: number][][] => {
  const pieces: [number, number][][] = [];
  const parts = data.trim().split(/[\s,]+/);
  for (let i = 0; i < parts.length; ) {
    const operator = parts[i] ?? '';
    const count = OPERANDS[operator];
    if (count === undefined) {
      i++;
      continue;
    }
    const piece = pieces.at(-1);
    if (count === 0) {
      if (piece?.[0]) piece.push(piece[0]);
    } else {
      const point: [number, number] = [Number(parts[i + count - 1]), Number(parts[i + count])];
      if (!point.every(Number.isFinite)) break;
      if (operator === 'M' || operator === 'S' || !piece) pieces.push([point]);
      else piece.push(point);
    }
    i += count + 1;
  }
  return pieces;
};
