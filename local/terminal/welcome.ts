import { relative } from 'node:path';
import type { Style } from '../../cli/output/style.ts';
import type { Local } from '../local.ts';

export interface Places {
  readonly inbox: string;
  /** File that S3 clients take their settings from. */
  readonly clientFile: string;
}

const shown = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
};

/** Where everything is, and how to drop a file: printed once at the start. */
export const welcome = ({ apiUrl, s3 }: Local, { inbox, clientFile }: Places, style: Style): string =>
  [
    '',
    `${style.bold('网页')}     browser    ${style.cyan(`${apiUrl}/`)}`,
    `${style.bold('读取接口')} read API   ${style.cyan(`${apiUrl}/reports`)}`,
    `${style.bold('S3 接口')}  S3         ${style.cyan(s3.endpoint)}  桶 bucket ${s3.bucket}`,
    `${style.bold('凭据')}     keys       ${shown(s3.credentialsFile)}`,
    `${style.bold('投递')}     drop       把文件复制到 ${shown(inbox)}/，或 copy files into ${shown(inbox)}/, or`,
    style.dim(`    . ${shown(clientFile)} && rclone copy 报告.docx gouji:${s3.bucket}`),
    style.dim(
      `    . ${shown(clientFile)} && aws --endpoint-url ${s3.endpoint} s3 cp 报告.docx s3://${s3.bucket}/`,
    ),
    '',
  ].join('\n');
