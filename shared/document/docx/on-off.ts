import type { Attributes } from '../xml/attributes.ts';

/** A switch such as `<w:vanish/>`: on unless it says otherwise (ST_OnOff). */
export const isOn = (attributes: Attributes): boolean =>
  !['0', 'false', 'off'].includes(attributes.get('w:val') ?? '');

/** A whole number attribute; `fallback` where it is absent or no number. */
export const whole = (attributes: Attributes, name: string, fallback: number): number => {
  const value = Number.parseInt(attributes.get(name) ?? '', 10);
  return Number.isNaN(value) ? fallback : value;
};
