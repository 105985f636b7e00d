import { createHmac } from 'node:crypto';
import { fitLines } from './fit-lines.ts';
import { clip, plain } from './plain.ts';
import { type Dialect, refusalByCode } from './robot.ts';

/** The request may have 20 kB; each line costs some 40 bytes of JSON. */
const LINES_BYTES = 12 * 1024;
const LINE_FRAME = 48;

/** More than 100 messages a minute or 5 a second. */
const TOO_OFTEN = 11_232;

/** "把 timestamp + "\n" + 密钥 当做签名字符串": here it is the key, and nothing is signed; seconds. */
const signature = (secret: string, timestamp: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');

/** Custom bots of Feishu 飞书 and Lark. https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot */
export const feishu: Dialect = {
  kind: 'feishu',
  message({ title, lines, link }, { url, secret = '' }, now) {
    const timestamp = String(Math.floor(now / 1000));
    const content = [
      ...fitLines(lines.map(plain), LINES_BYTES, LINE_FRAME).map((text) => [
        { tag: 'text', text: `· ${text}` },
      ]),
      [{ tag: 'a', text: link.text, href: link.href }],
    ];
    return {
      url,
      body: {
        timestamp,
        sign: signature(secret, timestamp),
        msg_type: 'post',
        content: { post: { zh_cn: { title: plain(clip(title, 200)), content } } },
      },
    };
  },
  refusal: refusalByCode('code', 'msg', [TOO_OFTEN]),
};
