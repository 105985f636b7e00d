import { operandWords } from '../../shared/checks/operand-words.ts';
import type { Finding } from '../../shared/checks/outcome.ts';
import { tellingOperands } from '../../shared/checks/telling-operands.ts';
import type { Language } from './language.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

/** The numbers that a finding is about, each with its name and its place. */
export const operandLines = (finding: Finding, style: Style, language: Language): string[] =>
  tellingOperands(finding.operands).map((operand) => {
    const { name, value, place } = operandWords(operand, finding, language);
    return `        ${printable(name)} = ${style.bold(printable(value))}${place && `  ${style.dim(place)}`}`;
  });
