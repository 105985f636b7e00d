import { printable } from '../../cli/output/printable.ts';
import type { Style } from '../../cli/output/style.ts';
import type { RepeatedUpload } from '../repeated-uploads.ts';

/** One line for a file that gave rise to nothing new, so that whoever dropped it need not wait for one. */
export const repeatLine = ({ key, sameAs }: RepeatedUpload, style: Style): string => {
  const other = sameAs === undefined ? '已登记的文件' : ` ${style.bold(printable(sameAs))} `;
  return `${style.dim('=')} ${style.bold(printable(key))}  与${other}内容相同，未重复登记，也未重复告警`;
};
