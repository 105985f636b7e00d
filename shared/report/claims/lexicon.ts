import type { Concept } from './token.ts';

/** Words that mean the same to the reader of claims. */
export interface Entry {
  readonly concept: Concept;
  readonly id: string;
  readonly words: readonly string[];
}

/** Every combination of one part of each list, in order. */
const combine = (...lists: readonly string[]): string[] =>
  lists
    .map((list) => list.split(' '))
    .reduce<string[]>(
      (heads, list) => heads.flatMap((head) => list.map((tail) => head + tail.replace('_', ''))),
      [''],
    );

const entry = (concept: Concept, words: string | readonly string[], id = ''): Entry => ({
  concept,
  id,
  words: typeof words === 'string' ? words.split(' ') : words,
});

const INFORMATION = '政府信息 政务信息 信息';
const NEXT_YEAR = '下年度 下年 下一年度 下一年 次年度 次年 来年 明年 翌年 新一年';
const LAST_YEAR = '上年度 上年 上一年度 上一年 去年度 去年 往年 上年末 前一年 以前年度 往年度';
const CARRIED = '结转 转结 顺延 接转 转接';

/**
 * The reader's vocabulary as data. Labels come from the official forms (国办公开办函〔2019〕60号, 〔2021〕30号) and
 * the Regulation (国务院令第711号: 申请, 予以公开, 不予公开, 无法提供, 不予处理, 信息处理费); wordings beside them
 * are met in published annual reports. `_` stands for nothing. Where a word stands twice, the first entry counts.
 */
export const LEXICON: readonly Entry[] = [
  // What is counted.
  entry('request', [
    ...combine(INFORMATION, '依申请 依申请公开', '_ 申请 信息'),
    ...combine(`${INFORMATION} 政府信息依申请 信息依申请`, '公开', '_ 书面 的 办理', '申请', '_ 书 信息'),
    ...combine('依申请 依法申请', '公开', `_ ${INFORMATION} 申请`),
    ...combine('依申请', INFORMATION, '_ 公开', '_ 申请'),
    ...combine('公开 申请公开', '政府信息 政务信息 政府信息公开', '的申请 申请'),
    ...combine('申请公开', `_ ${INFORMATION}`),
    '公开申请',
    '依申请',
  ]),
  entry('bareRequest', combine('申请', '_ 书 表')),
  entry('reconsideration', combine('行政复议 行政法复议', '_ 申请')),
  entry('litigation', combine('行政诉讼 行政应诉 行政起诉', '_ 申请')),
  entry('reconsideration', combine('复议', '_ 申请'), 'weak'),
  entry('litigation', '诉讼 应诉', 'weak'),
  entry('oneRoute', combine('未经复议', '直接 提起 直接提起 _', '起诉 诉讼 行政诉讼'), 'direct'),
  entry(
    'oneRoute',
    combine('经复议 复议后', '直接 提起 直接提起 再 再提起 _', '起诉 诉讼 行政诉讼'),
    'after',
  ),
  entry(
    'hearing',
    combine('作为 以', '_ 市政府 区政府 县政府 省政府 本级政府 政府', '复议 行政复议', '机关 机构', '_ 身份'),
  ),
  entry('hearing', combine('履行', '行政复议 复议', '_ 机关', '职责 职能')),
  entry('regulation', combine('_ 政府 行政 部门', '规章')),
  entry('normative', combine('_ 行政', '规范性文件 规范性档案')),
  entry('licensing', combine('行政许可 行政审批', '_ 事项 决定 申请')),
  entry('penalty', combine('行政处罚', '_ 决定')),
  entry('coercion', combine('行政强制', '_ 措施 决定 执行')),
  entry('info', '政府信息 政务信息 公共信息 政府服务信息'),
  entry('info', combine('政务公开 政府信息公开', '信息'), 'disclosed'),
  entry('info', '信息 内容', 'bare'),
  entry('fee', combine('_ 政府信息公开 信息公开 政府', '信息', '_ 公开', '处理费')),
  entry('fee', combine(INFORMATION, '公开', '费 费用 的费用 相关费用 有关费用')),
  entry('money', '费用 任何费用 检索 复制 邮寄费'),
  entry('applicant', combine('自然人 公民 公民个人 个人', '_ 申请 申请人'), 'naturalPerson'),
  entry('applicant', combine('商业企业 企业 商业组织', '_ 申请'), 'business'),
  entry('applicant', combine('科研机构 科研单位', '_ 申请'), 'researchInstitute'),
  entry('applicant', combine('社会公益组织 公益组织 社会公益机构 社会公益', '_ 申请'), 'publicWelfare'),
  entry('applicant', combine('法律服务机构 法律服务组织', '_ 申请'), 'legalService'),
  entry('applicant', combine('其他组织 其它组织', '_ 申请'), 'otherOrganization'),
  entry('organization', [
    ...combine('_ 公民 公民、', '法人', '或 和 及 以及 、 或者 与', '其他 其它 非法人', '组织', '_ 申请'),
    ...combine('法人 单位 组织', '_ 申请'),
    '公民和法人',
  ]),
  entry('route', '通过', 'through'),
  entry(
    'route',
    combine('_ 通过', '网络 互联网 网上 线上 在线 电子邮件 电子邮箱 邮箱', '_ 渠道 方式 途径 平台'),
    'online',
  ),
  entry('route', combine('_ 通过', '信函 邮寄 邮政 邮政寄送 快递 挂号信 来函', '_ 渠道 方式 途径'), 'letter'),
  entry('route', combine('_ 通过', '当面 现场 窗口 线下', '_ 渠道 方式 途径'), 'counter'),
  entry('route', combine('_ 通过', '传真', '_ 渠道 方式 途径'), 'fax'),
  entry('route', combine('通过', '书面 纸质 口头 电话 邮件 信件', '_ 形式 渠道 方式 途径'), 'paper'),
  entry('route', combine('_ 通过', '其他 其它', '渠道 途径'), 'other'),
  entry('route', combine('通过', '其他方式 其它方式'), 'other'),
  entry(
    'foreign',
    '建议 提案 议案 信访 投诉 举报 热线 留言 来信 来电 来访 咨询 工单 诉求 舆情 问政 信件 邮件 稿件 公报 解读 新闻发布会 会议 ' +
      '推文 视频 档案 文件 公文 政策 办件 政务服务事项 清单 目录 栏目 专栏 网民 意见 问卷 培训 纠纷 申诉 案卷 文稿 通知 公告 ' +
      '访谈 图解 撤回 撤销 补正',
  ),

  // What became of a request or of a case.
  entry('outcome', combine('予以公开 同意公开 全部公开 给予公开 准予公开', '_ 的 答复 类'), 'granted'),
  entry(
    'outcome',
    combine('部分公开 予以部分公开 部分予以公开 同意部分公开', '_ 的 答复 类'),
    'partiallyGranted',
  ),
  entry(
    'outcome',
    combine(
      '予以公开 同意公开 全部公开 公开 全部',
      '及 或 和 与 或者 、 以及',
      '部分公开 予以部分公开 同意部分公开',
      '_ 的 答复',
    ),
    'grantedInWholeOrPart',
  ),
  entry('outcome', combine('不予公开 不同意公开 决定不予公开 不予以公开 不公开', '_ 的 答复 类'), 'refused'),
  entry('outcome', combine('无法提供 不能提供', '_ 的 答复 类 信息'), 'unavailable'),
  entry('outcome', combine('不予处理 不予受理 不作处理', '_ 的 答复 类'), 'declined'),
  entry(
    'outcome',
    combine('_ 作 做 作为 以 予以 按', '其他 其它', '_ 方式 情形 情况', '处理', '_ 的 答复 类'),
    'other',
  ),
  entry('result', combine('_ 结果 予以 被', '维持', '_ 的 原判 答复 决定'), 'upheld'),
  entry('result', [...combine('_ 结果 予以 被 责令', '纠正 纠错', '_ 的'), '败诉', '确认违法'], 'corrected'),
  entry('result', combine('其他 其它', '结果', '_ 的'), 'other'),
  entry(
    'result',
    '尚未审结 未审结 尚未结案 未结案 正在审理 正在审理中 尚在审理 尚在审理中 审理中 在审',
    'pending',
  ),
  entry('receive', [
    ...combine('_ 新 新增', '收到 受理 接收 接到 接收到 收悉 接受'),
    ...['新收', '收', '收件', '收到了', '受理了'],
  ]),
  entry('submit', '提出 提交 递交'),
  entry('close', '答复 办复 回复 作出答复 做出答复 予以答复 予以回复 回告'),
  entry('finish', '办结 办理结束 办理完毕 办理完结 办理完成 办毕 答复完毕 回复完毕 处理完毕 处理完成'),
  entry('handle', '办理 办理回复 办理答复 回复办理 处理 收办 承办 受办 处置 办理了 处理了'),
  entry(
    'carry',
    [
      ...combine(`${CARRIED} 转入 转至 转到 延至 转`, '_ 至 到 入 到了', NEXT_YEAR),
      ...combine(NEXT_YEAR, CARRIED),
    ],
    'next',
  ),
  entry('carry', [...combine(LAST_YEAR, `_ 未办结`, CARRIED), ...combine(CARRIED, LAST_YEAR)], 'last'),
  entry('carry', combine(CARRIED, '_ 至 到 入')),

  // Documents, decisions, money.
  entry(
    'issue',
    '制发 制定 印发 出台 新制定 新制发 制定印发 制定出台 新出台 新发布 制订 新增公开 新公开 本年制发',
  ),
  entry('repeal', '废止 宣布失效 失效 宣布废止 废止失效 废止和宣布失效'),
  entry('inForce', '现行有效 继续有效 保持有效 仍然有效 有效件数 现行有效件数'),
  entry('decide', '作出 做出 实施 处理决定 处理决定数量 决定数量 准予 审批'),
  entry('charge', '收取 收费 收缴 实际收取 实收'),

  // Disclosure on one's own initiative.
  entry('active', '主动'),
  entry('disclose', '公开 公布 公开发布 公开上传'),
  entry('publish', '发布 更新 上传 推送 刊发 发表 录入 公示 推出 编发'),
  entry('topic', '政府信息公开 政务公开 信息公开 政府信息公开类 信息公开类'),
  entry('topic', combine('依申请公开 依申请', '工作 制度 渠道 流程 服务 受理 平台 方面'), 'request'),
  entry('register', '备案 报备'),
  entry('site', '网站 门户 官网 平台 系统 公开网'),
  entry(
    'channel',
    '公众号 微信 微博 新媒体 抖音 微信群 两微一端 宣传栏 公示栏 公开栏 公告栏 LED 电子屏 显示屏 头条号 视频号 小程序 APP ' +
      '广播 电视 报纸 融媒体 快手 客户端',
  ),
  entry('law', '行政执法 司法 合法性审查 合法性审核 仲裁 调解 法律顾问'),

  // When, whose, how much.
  entry('lastYear', `${LAST_YEAR} 上年同期 去年同期 同期 前年`),
  entry('nextYear', NEXT_YEAR),
  entry('thisYear', '本年 本年度 今年 全年 当年 年内'),
  entry('period', '上半年', 'half'),
  entry('period', [
    ...combine('_ 第', '一 二 三 四 1 2 3 4', '季度'),
    ...combine('前', '二 两 三 2 3', '季度 个季度'),
    ...combine('前', '两 三 四 五 六 七 八 九 十 十一 2 3 4 5 6 7 8 9 10 11', '个月'),
    ...['下半年', '前半年', '后半年', '首季度', '本季度', '当季', '本月', '当月'],
  ]),
  entry('fresh', '新增'),
  entry(
    'history',
    '历年 历史 施行以来 实施以来 开通以来 成立以来 建站以来 上线以来 设立以来 建立以来 多年来 施行至今 实施至今',
  ),
  entry('history', [
    ...combine(
      '_ 近 这 过去',
      '两 二 三 四 五 六 七 八 九 十 2 3 4 5 6 7 8 9 10 几 数',
      '年来 年间 年累计 年以来',
    ),
    ...combine('_ “ "', '十二五 十三五 十四五 十五五', '_ ” "', '期间 时期 以来'),
  ]),
  entry('compare', '比 较'),
  entry('compare', '相比 相较 同比 环比 对比', 'word'),
  entry('compare', '平均 月均 季均 年均 每月 每季度 每年', 'word'),
  entry('change', '增长 增加 减少 下降 上升 提高 降低 回落 增幅 降幅 上涨 多出'),
  entry('portion', '占'),
  entry('part', '其中'),
  entry('part', '分别 包括 包含 涵盖 具体为', 'list'),
  entry('rest', '另 剩余 其余 余 尚 还 仍 含'),
  entry('rest', '除 除了 正在 尚在 仍在', 'open'),
  entry('all', '均 都 全部 皆 全都 各'),
  entry('exist', '被申请 被提起 被', 'against'),
  entry('exist', '有 发生 产生 引发 出现 存在 申请人申请 提起 涉 引起 共有 发起 向'),
  entry('not', '未 没有 无 没 零'),
  entry('cause', '因 由 引致 导致 造成 有关 关于 针对 相关 对'),
  entry('cause', '涉及', 'field'),
  entry('and', '和 及 或 与 以及 或者 并 暨'),
  entry('sum', '共 共计 合计 总计 累计 总共 一共 总数 总量 以上'),
  entry('sum', '各类 各项 各种 多种', 'kinds'),
  entry('such', '等'),
  entry('approx', '约 大约'),
  entry('approx', '近 将近 接近', 'nearly'),
  entry('approx', '逾 超 超过 突破', 'over'),
  entry(
    'filler',
    '的 了 为 是 达 达到 计 于 已 也 曾 案件 事项 事件 件 案 件数 案件数 数 数量 类 “ ” " : 系 属 属于 来自 ‘ ’ 要求 情况 继续 程序',
  ),
  entry('represent', combine('办 办公室 办公厅', '代表', '_ 区 市 县 省')),
  entry('represent', combine('下属 所属 直属 二级', '_ 事业 企事业 预算', '单位 机构')),
  entry(
    'represent',
    '各乡镇 各镇街 各街道 各乡镇（街道） 各乡镇(街道) 各镇（街道） 各镇(街道) 转办的 交办的 转来的 最多的 较多的',
  ),
  entry('wide', '全市 全区 全县 全省 全州 全盟 全旗 全系统'),
  entry('own', '本机关 本级 局机关 委机关 厅机关'),
  entry('own', '市本级 区本级 县本级 省本级 州本级', 'level'),

  // Words that hold others inside and mean none of them.
  entry('ignore', combine('及 和 与 及其 以及', '下属 所属 直属 二级', '_ 事业 企事业 预算', '单位 机构')),
  entry(
    'ignore',
    '申请人 被申请人 复议机关 复议审查机关 行政事业性收费 收费标准 收费通知 减免费用 无偿 无误 无障碍 无故 无关 无正当理由 ' +
      '无需 未来 未成年 未按 未及时 未予 未公开 未能 未履行 未超 无超期 无效 无一 无缝 无纸化 无死角 无锡 无为 无棣 无极 ' +
      '有序 有效 有力 有限 有所 有利 有益 有助 有待 有机 处理意见 收录 收集 收入 收藏 转发 转变 转载 转办 转型 转化 转移 转交 ' +
      '近年来 近年 近期 附近 约束 约谈 预约 超期 比例 比如 比较 比对 较好 较大 较多 较高 较为 较强 与会 参与 与时俱进 总体 ' +
      '公共企事业 企业单位 中小企业 企业群众 法人证书 工作日 对照 应对 对外 对接 针对性 反对 对于 对应 对象 面对 相对 相对人 ' +
      '相关规定 相关要求 关于印发 认为 作为 行为 因此 原因 因素 自由 理由 被动 等级 平等 各级 各部门 各单位 各地 各县 各区 ' +
      '各镇 各乡 各科室 都市 首都 成都 数据 数字 类别 类型 是否 凡是 为民 为了 为主 系统性 系列 关系 体系 联系 还是 尚需 ' +
      '余杭 余姚 余江 除外 解除 消除 扣除 废除 涉密 涉企 涉农 件件 总量 存在的 存在问题 不足 条例 申请信息公开 主动性 ' +
      '信息化 信息员 信息安全 信息管理 信息发布 信息报送 信息中心 信息资源 信息查阅 信息平台 公开属性 公开率 答复率 办结率 ' +
      '答复书 提供信息 公开目录 公开指南 公开专栏 公开平台 公开专区 公开制度 公开年报 公开条例 信息公开目录 信息公开指南 ' +
      '信息公开专栏 信息公开平台 信息公开网站 信息公开网',
  ),
];
