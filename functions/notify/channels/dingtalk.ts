import { createHmac } from 'node:crypto';
import { fitLines } from './fit-lines.ts';
import { clip, linkTarget, plain } from './plain.ts';
import { type Dialect, refusalByCode } from './robot.ts';

const TEXT_BYTES = 16 * 1024;

/** System busy, and two codes for more than 20 messages in a minute, after which the robot is mute for ten. */
const BUSY = [-1, 130_101, 410_100];

/**
 * The signature: "把timestamp+"\n"+密钥当做签名字符串，使用HmacSHA256算法计算签名，然后进行Base64 encode，
 * 最后再把签名参数再进行urlEncode"; the key is the secret, the timestamp is in milliseconds.
 */
const signed = (url: URL, secret: string, timestamp: number): URL => {
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const target = new URL(url);
  target.searchParams.set('timestamp', String(timestamp));
  target.searchParams.set('sign', sign);
  return target;
};

/** Custom robots of DingTalk 钉钉. https://open.dingtalk.com/document/robots/custom-robot-access */
export const dingtalk: Dialect = {
  kind: 'dingtalk',
  message({ title, lines, link }, { url, secret = '' }, now) {
    const head = plain(clip(title, 200));
    const middle = fitLines(lines.map(plain), TEXT_BYTES, 3).map((line) => `- ${line}\n`);
    const text = `#### ${head}\n\n${middle.join('')}\n[${link.text}](${linkTarget(link.href)})`;
    return {
      url: signed(url, secret, now),
      body: { msgtype: 'markdown', markdown: { title: head, text } },
    };
  },
  refusal: refusalByCode('errcode', 'errmsg', BUSY),
};
