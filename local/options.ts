import { parseArgs } from 'node:util';

export interface CommandLine {
  readonly data: string;
  readonly inbox: string;
  /** Of the API. */
  readonly port: number;
  readonly s3Port: number;
  readonly once: boolean;
  readonly samples: boolean;
  readonly webhook?: string;
  readonly token?: string;
  readonly help: boolean;
}

/** The arguments are wrong; the message says which and what they should be, in both languages. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const HELP = `勾稽 Gouji —— 政府信息公开工作年度报告核对，全部在这台机器上运行
Checks government information disclosure annual reports, all on this machine.

npm start -- [选项 options]
  --data DIR       数据目录 data folder                     (.gouji)
  --inbox DIR      收件目录：放进来的文件都会被核对
                   watched folder: drop files here          (inbox)
  --port N         读取接口端口 port of the read API         (8787)
  --s3-port N      S3 接口端口 port of the S3 endpoint       (9000)
  --once           处理完收件目录即退出 end when the inbox is done
  --no-samples     不放入五份样例 leave out the five sample reports
  --webhook URL    每条告警另发到本机地址 also POST each alert to a loopback address
  --token TOKEN    读取接口要求此令牌 ask readers for this bearer token
  --help           本说明 this text

端口 0 表示任选空闲端口。Port 0 takes any free port.
`;

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

const port = (text: string, option: string): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  throw new OptionError(
    `${option} 应为 0 到 65535 的整数。${option} must be a whole number from 0 to 65535.`,
  );
};

/** A variable of the shell that is not set becomes an empty text: no token, and this very folder. */
const notEmpty = (text: string, option: string): string => {
  if (text !== '') return text;
  throw new OptionError(`${option} 不能为空。${option} must not be empty.`);
};

const loopbackUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname)) return url.href;
  throw new OptionError(
    '--webhook 只接受本机地址，如 http://127.0.0.1:9999/。--webhook takes loopback addresses only.',
  );
};

/** @param args without the names of program and script @throws OptionError */
export const parseCommandLine = (args: readonly string[]): CommandLine => {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: 'string', default: '.gouji' },
        inbox: { type: 'string', default: 'inbox' },
        port: { type: 'string', default: '8787' },
        's3-port': { type: 'string', default: '9000' },
        once: { type: 'boolean', default: false },
        samples: { type: 'boolean', default: true },
        webhook: { type: 'string' },
        token: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    return {
      data: notEmpty(values.data, '--data'),
      inbox: notEmpty(values.inbox, '--inbox'),
      port: port(values.port, '--port'),
      s3Port: port(values['s3-port'], '--s3-port'),
      once: values.once,
      samples: values.samples,
      help: values.help,
      ...(values.webhook !== undefined && { webhook: loopbackUrl(values.webhook) }),
      ...(values.token !== undefined && { token: notEmpty(values.token, '--token') }),
    };
  } catch (error) {
    if (error instanceof OptionError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new OptionError(`参数有误：${detail}（见 --help）。The arguments are wrong; see --help.`);
  }
};
