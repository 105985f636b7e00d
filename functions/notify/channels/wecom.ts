import { fitLines } from './fit-lines.ts';
import { clip, linkTarget, plain } from './plain.ts';
import { type Dialect, refusalByCode } from './robot.ts';

/** "content … 最长不超过4096个字节，必须是utf8编码" */
const CONTENT_BYTES = 4096;

/** 接口调用超过限制: more than 20 messages in a minute. */
const TOO_OFTEN = 45_009;

/** Group robots of WeCom 企业微信. https://developer.work.weixin.qq.com/document/path/91770 */
export const wecom: Dialect = {
  kind: 'wecom',
  message({ title, lines, link }, { url }) {
    const head = `**${plain(clip(title, 200))}**`;
    const foot = `[${link.text}](${linkTarget(link.href)})`;
    const room = CONTENT_BYTES - Buffer.byteLength(`${head}\n${foot}`);
    const middle = fitLines(lines.map(plain), room, 3).map((line) => `> ${line}\n`);
    return {
      url,
      body: { msgtype: 'markdown', markdown: { content: `${head}\n${middle.join('')}${foot}` } },
    };
  },
  refusal: refusalByCode('errcode', 'errmsg', [-1, TOO_OFTEN]),
};
