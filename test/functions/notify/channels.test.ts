import { webcrypto } from 'node:crypto';
import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { inconsistent } from './events.ts';
import { type RobotAnswer, type RobotRequest, startRobot } from './robot.ts';
import { type StageOptions, stage } from './stage.ts';
import { startToldTable } from './told-table.ts';

const SECRET = 'SEC0123456789abcdef';
const TOKEN = 'token-0123456789';
const WEBHOOKS = {
  wecom: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${TOKEN}`,
  dingtalk: JSON.stringify({
    url: `https://oapi.dingtalk.com/robot/send?access_token=${TOKEN}`,
    secret: SECRET,
  }),
  feishu: JSON.stringify({ url: `https://open.feishu.cn/open-apis/bot/v2/hook/${TOKEN}`, secret: SECRET }),
} as const;
type Robot = keyof typeof WEBHOOKS;
const ROBOTS = Object.keys(WEBHOOKS) as Robot[];
const TAKEN = {
  wecom: { errcode: 0, errmsg: 'ok' },
  dingtalk: { errcode: 0, errmsg: 'ok' },
  feishu: { code: 0, msg: 'success', data: {} },
};

let table: Awaited<ReturnType<typeof startToldTable>>;
let robot: Awaited<ReturnType<typeof startRobot>>;
let answer: (request: RobotRequest) => RobotAnswer;
let event: GoujiEvent;
beforeAll(async () => {
  table = await startToldTable();
  robot = await startRobot((request) => answer(request));
  const told = await inconsistent('某市水利局');
  // Whatever comes to be read as a name.
  const statedAgency = '某市[点此](http://evil.example)<@all>*局';
  event = { ...told, data: { ...told.data, statedAgency } } as GoujiEvent;
});
afterAll(async () => {
  await robot.stop();
  await table.stop();
});
beforeEach(() => robot.requests.splice(0));

const staged = (kind: Robot, more: Partial<StageOptions> = {}) =>
  stage({ table: table.config, robot, kind, webhook: WEBHOOKS[kind], ...more });

const hmac = async (key: string, text: string): Promise<string> => {
  const { subtle } = webcrypto;
  const bytes = (of: string) => new TextEncoder().encode(of);
  const imported = await subtle.importKey('raw', bytes(key), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return Buffer.from(await subtle.sign('HMAC', imported, bytes(text))).toString('base64');
};

describe('what robots get', () => {
  test('WeCom: markdown of at most 4,096 bytes', async () => {
    answer = () => ({ body: TAKEN.wecom });
    const long = structuredClone(event) as Extract<GoujiEvent, { type: 'report.inconsistent.v1' }>;
    const [cause] = long.data.causes;
    long.data.causes = Array.from({ length: 60 }, (_, id) => ({ ...cause!, id: String(id) }));
    expect(await staged('wecom').deliver([long])).toEqual([]);
    const [request] = robot.requests;
    expect(request?.host).toBe('qyapi.weixin.qq.com');
    expect(request?.url.searchParams.get('key')).toBe(TOKEN);
    expect(request?.body.msgtype).toBe('markdown');
    const content = request?.body.markdown?.content ?? '';
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(4096);
    expect(content).toContain('三、（七）总计 · 自然人 填的是 0，应为 1');
    expect(content).toMatch(/还有\d+条，见链接。\n\[查看记录\]\(https:\/\/api\.example\.cn\/[^()]+\)$/);
  });

  test('DingTalk: markdown, with time and signature in the address', async () => {
    answer = () => ({ body: TAKEN.dingtalk });
    const before = Date.now();
    expect(await staged('dingtalk').deliver([event])).toEqual([]);
    const [request] = robot.requests;
    expect(request?.host).toBe('oapi.dingtalk.com');
    const { searchParams, search } = request!.url;
    const timestamp = searchParams.get('timestamp') ?? '';
    expect(Number(timestamp)).toBeGreaterThanOrEqual(before);
    expect(searchParams.get('access_token')).toBe(TOKEN);
    const sign = await hmac(SECRET, `${timestamp}\n${SECRET}`);
    expect(search).toContain(`sign=${encodeURIComponent(sign)}`);
    expect(request?.body).toMatchObject({
      msgtype: 'markdown',
      markdown: { text: expect.stringContaining('应为 1') },
    });
  });

  test('Feishu: a post, with time and signature in the body', async () => {
    answer = () => ({ body: TAKEN.feishu });
    expect(await staged('feishu').deliver([event])).toEqual([]);
    const { body, host } = robot.requests[0]!;
    expect(host).toBe('open.feishu.cn');
    expect(Math.abs(Number(body.timestamp) - Date.now() / 1000)).toBeLessThan(60);
    expect(body.sign).toBe(await hmac(`${body.timestamp}\n${SECRET}`, ''));
    expect(body.msg_type).toBe('post');
    const lines = body.content?.post.zh_cn.content.flat() ?? [];
    expect(lines[0]?.text).toContain('应为 1');
    expect(lines.at(-1)).toEqual({
      tag: 'a',
      text: '查看记录',
      href: event.type === 'report.inconsistent.v1' ? event.data.link : '',
    });
  });

  test.each(ROBOTS)('%s: names from a report make no link, no mention and no layout', async (kind) => {
    answer = () => ({ body: TAKEN[kind] });
    await staged(kind).deliver([event]);
    const sent = JSON.stringify(robot.requests[0]?.body);
    expect(sent).toContain('某市［点此］');
    expect(sent).not.toContain('<@all>');
    expect(sent).not.toContain('[点此]');
  });
});

describe('what robots answer', () => {
  const REFUSALS: [string, RobotAnswer][] = [
    [
      '200 with a code that is not 0',
      { body: { errcode: 310000, code: 19021, errmsg: 'sign not match', msg: 'sign' } },
    ],
    ['200 with a page', { body: '<html>portal</html>' }],
    ['200 with nothing', { body: '' }],
    ['200 with too much', { body: 'x'.repeat(100_000) }],
    ['429', { status: 429, body: { errcode: 0, code: 0 } }],
    ['503', { status: 503 }],
    [
      'a redirect',
      { status: 302, headers: { Location: 'https://evil.example/' }, body: { errcode: 0, code: 0 } },
    ],
    ['a broken connection', { silent: 'broken' }],
  ];
  describe.each(ROBOTS)('%s', (kind) => {
    test.each(REFUSALS)(
      '%s brings the message back, and it is told when the robot takes it',
      async (_, refusal) => {
        const { deliver } = staged(kind);
        answer = () => refusal;
        expect(await deliver([event])).toEqual([event.id]);
        expect(robot.requests).toHaveLength(1);
        answer = () => ({ body: TAKEN[kind] });
        expect(await deliver([event])).toEqual([]);
        expect(robot.requests).toHaveLength(2);
        expect(await deliver([event])).toEqual([]);
        expect(robot.requests).toHaveLength(2);
      },
    );
  });

  test('no answer within four seconds brings it back', async () => {
    answer = () => ({ silent: 'forever' });
    const start = Date.now();
    expect(await staged('wecom').deliver([event])).toEqual([event.id]);
    expect(Date.now() - start).toBeLessThan(8000);
  });

  test('a busy robot is left alone; one that refuses one message still gets the next', async () => {
    const events = [event, await inconsistent('乙局'), await inconsistent('丙局')];
    answer = () => ({ body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    expect((await staged('wecom').deliver(events)).sort()).toEqual(events.map(({ id }) => id).sort());
    expect(robot.requests).toHaveLength(1);
    robot.requests.splice(0);
    answer = () => ({
      body: robot.requests.length === 1 ? { errcode: 40058, errmsg: 'content' } : TAKEN.wecom,
    });
    expect(await staged('wecom').deliver(events)).toHaveLength(1);
    expect(robot.requests).toHaveLength(3);
  });
});

describe('the webhook', () => {
  test.each([
    ['another host', 'wecom', 'https://evil.example/cgi-bin/webhook/send?key=x'],
    ['a host that only begins right', 'wecom', 'https://qyapi.weixin.qq.com.evil.example/'],
    ['no TLS', 'wecom', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x'],
    ['another port', 'wecom', 'https://qyapi.weixin.qq.com:8443/'],
    ['a user name', 'wecom', 'https://someone@qyapi.weixin.qq.com/'],
    ['no secret to sign with', 'dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=x'],
    ['the robot of another service', 'feishu', WEBHOOKS.dingtalk],
    ['no address', 'wecom', 'nothing'],
    ['broken JSON', 'feishu', '{"url":'],
    ['an address that is not on loopback', 'webhook', 'http://10.0.0.1/'],
  ] as const)('with %s is not spoken to', async (_, kind, webhook) => {
    const { deliver, lines } = stage({ table: table.config, robot, kind, webhook });
    expect(await deliver([event])).toEqual([event.id]);
    expect(robot.requests).toEqual([]);
    expect(lines.join('\n')).toMatch(new RegExp(`The webhook kept for ${kind}`));
  });

  test('is read once for many messages, and anew after a refusal', async () => {
    let reads = 0;
    let stored = WEBHOOKS.wecom.replace(TOKEN, 'old');
    const webhook = () => {
      reads += 1;
      return stored;
    };
    const { deliver } = staged('wecom', { webhook });
    answer = ({ url }) => ({
      body:
        url.searchParams.get('key') === 'old' ? { errcode: 93000, errmsg: 'invalid webhook' } : TAKEN.wecom,
    });
    expect(await deliver([event])).toEqual([event.id]);
    stored = WEBHOOKS.wecom;
    expect(await deliver([event])).toEqual([]);
    expect(await deliver([await inconsistent('丁局')])).toEqual([]);
    expect(reads).toBe(2);
  });

  test.each(ROBOTS)('of %s and its secret never reach the log', async (kind) => {
    const { deliver, lines } = staged(kind);
    for (const each of [
      { status: 500 },
      { silent: 'broken' as const },
      { body: { errcode: 1, code: 1, errmsg: 'no' } },
      { body: TAKEN[kind] },
    ]) {
      answer = () => each;
      await deliver([event]);
    }
    expect(lines.length).toBeGreaterThanOrEqual(4);
    expect(lines.join('\n')).not.toContain(TOKEN);
    expect(lines.join('\n')).not.toContain(SECRET);
  });
});
