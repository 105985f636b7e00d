import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { reviewSchema } from '../../shared/records/review.ts';
import { API_HELP, API_OPTIONS, type ApiClient, apiClient } from '../api/api-client.ts';
import { oneOf } from '../output/one-of.ts';
import { styleFor } from '../output/style.ts';
import { UsageError } from '../usage-error.ts';
import { fingerprintsOf, reportPathOf, reviewedFindings } from './reviewed-findings.ts';
import { showFindings } from './show-findings.ts';

export const REVIEW_HELP = `gouji review list     [选项 options] AGENCY YEAR
gouji review confirm  [选项 options] AGENCY YEAR FINGERPRINT…
gouji review dismiss  [选项 options] AGENCY YEAR FINGERPRINT… --reason TEXT
gouji review withdraw [选项 options] AGENCY YEAR FINGERPRINT…

人工复核已入库报告的发现。结论随发现的规则、对象和数值保存：重新检查后仍然有效，数值改变才失效；
被排除的发现不再告警。指纹写开头几位即可。
Says what a person makes of the findings of a stored report. It holds through every new check and lapses when the
values change; a dismissed finding raises no alert. The first digits of a fingerprint are enough.

  --reason TEXT           理由，排除时必填                  why; dismissing asks for it
  --by NAME               复核人，默认系统用户名            who says so, default the name of the system's user
  --format pretty|json    输出格式，默认 pretty             output, default pretty
  --lang zh|en            文字说明的语言，默认 zh           language of the words, default zh
${API_HELP}
  -h, --help

退出状态 exit status: 0 完成 done · 2 参数有误或接口拒绝 bad arguments, or the API refused
`;

const ACTIONS = ['list', 'confirm', 'dismiss', 'withdraw'] as const;
type Action = (typeof ACTIONS)[number];

const VERDICTS = { confirm: 'confirmed', dismiss: 'dismissed' } as const;

/** The name of the system's user; some have none, as in a container that runs under a bare number. */
const systemUser = (): string => {
  try {
    return userInfo().username;
  } catch (error) {
    throw new UsageError(
      '系统没有当前用户的名字，请用 --by。The system has no name for this user: give --by.',
      {
        cause: error,
      },
    );
  }
};

/** Writes or takes back a person's verdict on each finding. */
const act = async (
  api: ApiClient,
  action: Exclude<Action, 'list'>,
  path: string,
  fingerprints: readonly string[],
  { reason, by }: { readonly reason?: string | undefined; readonly by: string },
): Promise<void> => {
  for (const fingerprint of fingerprints) {
    const target = `${path}/reviews/${fingerprint}`;
    if (action === 'withdraw') await api.request('DELETE', target, z.unknown());
    else {
      const body = { verdict: VERDICTS[action], by, ...(reason !== undefined && { reason }) };
      await api.request('PUT', target, reviewSchema, body);
    }
  }
};

/** Runs `gouji review`; returns the exit status. Throws a UsageError for wrong arguments, and a ServiceFault. */
export const runReview = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...API_OPTIONS,
      reason: { type: 'string' },
      by: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(REVIEW_HELP);
    return 0;
  }
  const [first = '', agency, year, ...beginnings] = positionals;
  const action = oneOf('子命令 command', first, ACTIONS);
  if (agency === undefined || year === undefined)
    throw new UsageError('请给出机关和年度。Give an agency and a year.');
  if ((action === 'list') !== (beginnings.length === 0))
    throw new UsageError(
      action === 'list'
        ? 'list 不带指纹。list takes no fingerprints.'
        : `${action} 需要指纹，见 gouji review list。${action} takes fingerprints, see gouji review list.`,
    );
  if (action === 'dismiss' && !values.reason?.trim())
    throw new UsageError('排除需要理由：--reason。Dismissing takes a reason: --reason.');
  const format = oneOf('--format', values.format, ['pretty', 'json'] as const);
  const language = oneOf('--lang', values.lang, ['zh', 'en'] as const);
  const path = reportPathOf(agency, year);
  const api = apiClient(values);
  if (action !== 'list') {
    const by = values.by ?? systemUser();
    const fingerprints = fingerprintsOf(await reviewedFindings(api, path), beginnings);
    await act(api, action, path, fingerprints, { ...values, by });
  }
  const found = await reviewedFindings(api, path);
  const style = styleFor(process.stdout.isTTY === true);
  const text = format === 'json' ? JSON.stringify(found, null, 2) : showFindings(found, style, language);
  process.stdout.write(`${text}\n`);
  return 0;
};
