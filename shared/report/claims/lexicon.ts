import type { Concept } from './token.ts';

/** Words that mean the same to the reader of claims. */
export interface Entry {
  readonly concept: Concept;
  readonly id: string;
  readonly words: readonly string[];
}

/** Every combination of one part of each list, in order. */
const combine = (...lists: readonly (readonly string[])[]): string[] =>
  lists.reduce<string[]>((heads, list) => heads.flatMap((head) => list.map((tail) => head + tail)), ['']);

const entry = (concept: Concept, words: string | readonly string[], id = ''): Entry => ({
  concept,
  id,
  words: typeof words === 'string' ? words.split(' ') : words,
});

/** Nouns that may follow what is counted without changing it: 申请件, 复议案件数量. */
const TAIL = ['', '件', '件数', '数', '数量', '总数', '案件', '案件数', '事项', '事件', '案', '情况'];
const REQUEST_TAIL = [...TAIL, '书', '表', '要求', '办理事项', '受理件', '申请件'];
const INFORMATION = ['政府信息', '政务信息', '信息', '政府信息依申请', '政务信息依申请', '信息依申请'];

/**
 * The reader's vocabulary as data. Labels come from the official forms (国办公开办函〔2019〕60号, 〔2021〕30号) and
 * the Regulation (国务院令第711号: 申请, 予以公开, 不予公开, 无法提供, 不予处理, 信息处理费); wordings beside them
 * are met in published annual reports.
 */
export const LEXICON: readonly Entry[] = [
  // What is counted.
  entry('request', [
    ...combine(INFORMATION, ['公开'], ['', '书面', '的'], ['申请'], REQUEST_TAIL),
    ...combine(['依申请', '依法申请'], ['公开'], ['', '政府信息', '政务信息', '信息', '申请'], REQUEST_TAIL),
    ...combine(['依申请'], ['政府信息', '政务信息', '信息'], ['', '公开'], ['', '申请'], REQUEST_TAIL),
    ...combine(['政府信息', '政务信息', '信息'], ['依申请'], ['', '公开'], REQUEST_TAIL),
    ...combine(['申请公开', '公开'], ['政府信息', '政务信息'], ['的申请', '申请'], REQUEST_TAIL),
    ...combine(['申请公开'], ['', '政府', '政务'], ['信息'], REQUEST_TAIL),
    ...combine(['公开申请'], REQUEST_TAIL),
    ...combine(['依申请', '依申请件', '依申请办理件']),
  ]),
  entry('bareRequest', combine(['申请'], ['', '件', '件数', '数', '数量', '书', '表', '事项', '案件', '总量'])),
  entry(
    'reconsideration',
    combine(['行政复议', '行政法复议'], ['', '申请', '机关受理'], [...TAIL, '案件数量', '程序']),
  ),
  entry(
    'litigation',
    combine(['行政诉讼', '行政应诉', '行政起诉'], ['', '申请'], [...TAIL, '案件数量', '程序']),
  ),
  entry('reconsideration', combine(['复议'], ['', '案件', '申请', '案']), 'weak'),
  entry('litigation', combine(['诉讼', '应诉'], ['', '案件', '案']), 'weak'),
  entry('oneRoute', combine(['未经复议', '经复议', '复议后'], ['直接', '提起', ''], ['起诉', '诉讼', '行政诉讼'])),
  entry('regulation', combine(['', '政府', '行政', '部门'], ['规章'], ['', '件数', '数'])),
  entry('normative', combine(['', '行政'], ['规范性文件', '规范性档案'], ['', '件数', '数', '数量'])),
  entry('licensing', combine(['行政许可', '行政审批'], ['', '事项', '决定', '件', '案件', '申请', '办件'])),
  entry('penalty', combine(['行政处罚'], ['', '决定', '案件', '事项', '案'])),
  entry('coercion', combine(['行政强制'], ['', '措施', '决定', '案件', '事项', '执行'])),
  entry('info', combine(['政府', '政务', '各类政府', '各类政务', '公共'], ['信息'], ['', '数', '数量', '总数'])),
  entry('info', combine(['政务公开', '政府信息公开'], ['信息'], ['', '数', '数量']), 'disclosed'),
  entry('info', combine(['信息'], ['', '数', '数量', '总数', '总量']), 'bare'),
  entry('fee', combine(['', '政府'], ['信息'], ['', '公开'], ['处理费'], ['', '用'])),
  entry('fee', combine(['', '政府', '政务'], ['信息公开'], ['费', '费用', '收费', '的费用', '相关费用'])),
  entry('money', '费用 收费 任何费用'),
  entry('applicant', combine(['自然人', '公民', '公民个人', '个人'], ['', '申请', '申请人', '提出的']), 'naturalPerson'),
  entry('applicant', combine(['商业企业', '企业', '商业组织'], ['', '申请']), 'business'),
  entry('applicant', combine(['科研机构', '科研单位'], ['', '申请']), 'researchInstitute'),
  entry(
    'applicant',
    combine(['社会公益组织', '公益组织', '社会公益机构', '社会公益'], ['', '申请']),
    'publicWelfare',
  ),
  entry('applicant', combine(['法律服务机构', '法律服务组织'], ['', '申请']), 'legalService'),
  entry('applicant', combine(['其他', '其它'], ['组织'], ['', '申请']), 'otherOrganization'),
  entry('organization', [
    ...combine(['法人'], ['或', '和', '及', '以及', '、', '或者'], ['其他', '其它', '非法人'], ['组织'], ['', '申请']),
    ...combine(['法人', '单位', '组织'], ['', '申请']),
  ]),
  entry('organization', combine(['公民'], ['、', '和'], ['法人'], ['', '和其他组织', '或其他组织', '或者其他组织', '及其他组织'])),
  entry(
    'foreign',
    '建议 提案 信访 投诉 举报 热线 留言 来信 来电 来访 咨询 工单 诉求 舆情 问政 信件 邮件 稿件 公报 解读 新闻发布会 会议 ' +
      '微博 推文 视频 档案 文件 公文 政策 办件 政务服务事项 清单 目录 栏目 专栏 媒体 网民 留言信件 意见 问卷 培训 纠纷 ' +
      '申诉 案卷 建议提案 政策文件 政策性文件 文稿 通知 公告 访谈 图解 申请人主动撤回申请 主动撤回 主动撤销 撤回 撤销',
  ),

  // What became of a request.
  entry(
    'outcome',
    [
      ...combine(['予以公开', '同意公开', '全部公开', '给予公开', '准予公开'], ['', '的', '答复', '类']),
      '已主动公开',
    ].filter((word) => word !== '已主动公开'),
    'granted',
  ),
  entry(
    'outcome',
    combine(['部分公开', '予以部分公开', '部分予以公开', '同意部分公开'], ['', '的', '答复', '类']),
    'partiallyGranted',
  ),
  entry(
    'outcome',
    combine(
      ['予以公开', '同意公开', '全部公开', '公开', '全部'],
      ['及', '或', '和', '与', '或者', '、', '以及'],
      ['部分公开', '予以部分公开', '同意部分公开'],
      ['', '的', '答复'],
    ),
    'grantedInWholeOrPart',
  ),
  entry(
    'outcome',
    combine(['不予公开', '不同意公开', '决定不予公开', '不予以公开', '不公开'], ['', '的', '答复', '类']),
    'refused',
  ),
  entry('outcome', combine(['无法提供', '不能提供', '无法公开'], ['', '的', '答复', '类']), 'unavailable'),
  entry('outcome', combine(['不予处理', '不予受理', '不作处理'], ['', '的', '答复', '类']), 'declined'),
  entry(
    'outcome',
    combine(
      ['', '作', '做', '作为', '以', '予以', '按'],
      ['其他处理', '其它处理', '其他方式处理', '其他情形处理', '其他情况处理'],
      ['', '的', '答复', '类'],
    ).filter((word) => word !== ''),
    'other',
  ),
  entry('result', combine(['', '结果', '予以', '被', '均'], ['维持'], ['', '的', '原判', '答复', '决定']), 'upheld'),
  entry('result', combine(['', '结果', '予以', '被', '责令'], ['纠正', '纠错'], ['', '的']), 'corrected'),
  entry('result', '败诉 被撤销 确认违法', 'corrected'),
  entry('result', combine(['其他结果', '其它结果'], ['', '的']), 'other'),
  entry(
    'result',
    '尚未审结 未审结 尚未结案 未结案 正在审理 正在审理中 尚在审理 尚在审理中 尚未办结 审理中 在审',
    'pending',
  ),
  entry('receive', combine(['', '新', '共', '共计', '新增', '累计'], ['收到', '受理', '接收', '接到', '接收到', '收悉', '接受'])),
  entry('receive', '新收 新收到 收 新增 收件 收到了 受理了 共收 收讫'),
  entry('submit', '提出 提交 提起 递交'),
  entry('close', '答复 办复 回复 作出答复 做出答复 予以答复 已答复 予以回复 回告 公开答复 依法答复'),
  entry('finish', '办结 办理结束 办理完毕 办理完结 办理完成 办毕 答复完毕 回复完毕 处理完毕 处理完成'),
  entry('handle', '办理 处理 收办 承办 办理回复 办理答复 回复办理 受办 处置 办理了 处理了'),
  entry('carry', '结转 转结 顺延 转入 转至 转到 结转至 结转到 结转入 延至 延期至 顺延至 顺延到 延续至 延续到 转'),

  // Documents, decisions, money.
  entry('issue', '制发 制定 印发 出台 新制定 新制发 制定印发 制定出台 新出台 新发布 制订 新增公开 新公开 制发了 本年制发'),
  entry('repeal', '废止 宣布失效 失效 废止了 宣布废止 废止失效'),
  entry('inForce', '现行有效 继续有效 保持有效 有效'),
  entry('decide', '作出 做出 实施 处理决定 处理决定数量 决定数量 准予 审批 办理了'),
  entry('charge', '收取 收费 收缴 征收 实际收取 收取了 实收'),

  // Disclosure on one's own initiative.
  entry('active', '主动 主动向社会 积极主动'),
  entry('disclose', '公开 公布 主动公开 公开发布 公开上传 主动公开发布 对外公开'),
  entry('publish', '发布 上传 更新 推送 刊发 发表 录入 公示 主动发布 推出 编发'),
  entry('topic', '政府信息公开 政务公开 信息公开 政府信息公开工作 信息公开工作 政务公开工作 政府信息公开类 信息公开类'),
  entry('register', '备案 报备 登记备案'),
  entry('site', '网站 门户 官网 平台 管理系统 公开网'),
  entry(
    'channel',
    '公众号 微信 微博 新媒体 抖音 微信群 两微一端 宣传栏 公示栏 公开栏 公告栏 LED 电子屏 显示屏 头条号 视频号 小程序 APP ' +
      '广播 电视 报纸 融媒体 快手 客户端',
  ),
  entry('law', '行政执法 司法 行政复议体制 合法性审查 合法性审核 仲裁 法治 调解 法律顾问 信用'),

  // When, whose, how much.
  entry('lastYear', '上年 上年度 上一年 上一年度 去年 往年 上年末 去年度 前一年 前年 上年同期 去年同期 同期'),
  entry('nextYear', '下年 下年度 下一年 下一年度 次年 次年度 来年 明年 翌年 下年继续'),
  entry('thisYear', '本年 本年度 今年 全年 当年 年内 年度'),
  entry('fresh', '本年度新增 本年新增 今年新增 其中新增 全年新增'),
  entry('history', '历年 历史 历年来 历年以来 历年累计 施行以来 实施以来 开通以来 成立以来 建站以来 上线以来 设立以来 建立以来 多年来'),
  entry('compare', '比 较 相比 相较 同比 环比 对比 与'),
  entry('change', '增长 增加 减少 下降 上升 提高 降低 回落 增幅 降幅 上涨 多出'),
  entry('part', '其中 分别 分别为 分别是 包括 包含 包括了 涵盖 具体为 主要包括 按 从 涉及 其中包括 含'),
  entry('rest', '另有 另 剩余 其余 余 尚有 还有 除 除了 仍有 未办结的'),
  entry('all', '均 都 全部 皆 全 全都 均已 都已 已全部 均系 均为 全部为 都是 均是 全为 各'),
  entry('exist', '有 共有 共 发生 发生了 产生 引发 引发了 共发生 共产生 出现 存在 被申请 被提起 被 涉'),
  entry('not', '未 没有 无 未有 尚未 从未 暂无 暂未 并未 未曾 不存在 没 尚无 并无 无任何 未有任何 均无 均未 未发生 未产生 未引发 未出现'),
  entry('cause', '因 由 引起 引致 导致 造成 有关 关于 针对 相关 产生的 引发的 引起的 导致的'),
  entry('and', '和 及 或 与 以及 或者 并 暨'),
  entry('sum', '共计 合计 总计 累计 总共 一共 总数 总量 各类 各项 各种 多种 等 数 数量 件数'),
  entry('approx', '约 近 逾 超 超过 将近 大约 接近 突破 达到近 不少于'),
  entry('filler', '的 了 为 是 达 达到 计 于 其 中 已 也 案件 事项 件 案 类 “ ” " 已经 本 我 我们 : 系 属 属于 来自 由于 方面 工作 情况'),
  entry('represent', '办代表 办公室代表 办公厅代表 代表区政府 代表市政府 代表县政府 代表省政府 代表政府'),
  entry('wide', '全市 全区 全县 全省 全州 全盟 全旗 全系统'),
  entry('own', '本机关 本级 市本级 区本级 县本级 局机关 委机关 厅机关 省本级 办公室本级'),

  // Words that hold others inside and mean none of them.
  entry(
    'ignore',
    '申请人 被申请人 复议机关 复议审查机关 法院 行政事业性收费 收费标准 收费通知 减免费用 减免 公开属性 公开方式 公开率 ' +
      '答复率 办结率 答复书 无偿 无误 无障碍 无故 无关 无正当理由 无需 未来 未成年 未按 未及时 未经 未予 未公开 未能 未履行 ' +
      '未超 无超期 无效 无一 无缝 无纸化 无死角 有序 有效性 有力 有限 有所 有利 有益 有助 有待 有机 有无 有效保障 有效提升 ' +
      '有效推进 有效推动 有效地 有效促进 有效解决 有效回应 有效扩大 有效增强 有效防范 有效落实 有效期 处理意见 处理情况 ' +
      '办理情况 办理流程 办理时限 办理过程 办理质量 办理程序 办理工作 收到后 受理答复 受理渠道 收录 收集 收入 收藏 转发 转变 转载 ' +
      '转办 转型 转化 转移 转交 转作风 转变职能 近年来 近年 近期 附近 约束 约谈 预约 超期 超过法定 比例 比如 比较 比对 与会 ' +
      '参与 与时俱进 与申请人 计划 计算 统计 设计 审计 会计 总体 其他需要 其他需要报告 公共企业 公共企事业 企业单位 中小企业 ' +
      '企业群众 法人证书 公开指南 公开目录 公开专栏 公开平台 公开专区 公开制度 公开年报 公开条例 公开栏目 依申请公开制度 ' +
      '依申请公开工作 依申请公开渠道 依申请公开流程 政府信息公开平台 政府信息公开指南 政府信息公开年度报告 政府信息公开年报 ' +
      '政府信息公开专栏 政府信息公开目录 政府信息公开网 政府信息公开网站 信息公开网站 信息公开平台 信息公开目录 信息公开专栏 ' +
      '信息公开指南 信息公开网 信息平台 信息化 信息员 信息安全 信息管理 信息发布 信息报送 信息中心 信息资源 信息查阅 ' +
      '中国 全面 全力 全程 全文 全国 全媒体 全流程 全覆盖 全过程 从严 从事 按照 按时 按期 按规定 按要求 按月 按季度 包含在 ' +
      '各级 各部门 各单位 各地 各县 各区 各镇 各乡 各类媒体 各科室 各股室 都市 首都 成都 中央 中心 中华 其次 其实 ' +
      '于是 关于印发 数据 数字 类别 类型 本着 属地 属性 情况说明 工作人员 工作日 是否 凡是 为民 为了 为主 为切实 认为 作为 ' +
      '行为 因此 原因 因素 自由 理由 由局 由办公室 由专人 被动 同意 等级 平等 推进 更新及时 更新不及时 更新率 推送至 公示栏目',
  ),
];
