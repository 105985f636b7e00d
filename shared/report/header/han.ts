const HAN = 0x3400;
const HAN_END = 0xa000;

/** Whether a code unit is a Chinese character. Folding makes of one never anything else than another one. */
export const isHan = (unit: number): boolean => unit >= HAN && unit < HAN_END;
