import type { ReportChange } from '../../functions/recheck-records/report-change.ts';
import type { Language } from '../output/language.ts';
import { printable } from '../output/printable.ts';
import { severityText } from '../output/severity.ts';
import type { Style } from '../output/style.ts';
import { verdictText } from '../output/verdict-text.ts';

/** One changed report for a person: verdicts, then findings that come (+) and go (−). */
export const showChange = (change: ReportChange, style: Style, language: Language): string => {
  const { agency, year, name, verdict, ruleSet, introduced, resolved, movesTo } = change;
  const who = agency === null ? name : `${agency} ${year ?? ''}`.trimEnd();
  const from = verdictText(verdict.from, style, language);
  const to = verdict.to === verdict.from ? '' : ` → ${verdictText(verdict.to, style, language)}`;
  const rules = ruleSet.from === ruleSet.to ? '' : `  ${ruleSet.from} → ${ruleSet.to}`;
  const line = (sign: string, { severity, message, rule }: (typeof introduced)[number]): string =>
    `    ${sign} ${severityText(severity, style, language)} ${printable(message[language])} ${style.dim(rule)}`;
  const moved = movesTo ? [`    → ${printable(movesTo.agency)} ${movesTo.year ?? ''}`.trimEnd()] : [];
  return [
    `${style.bold(printable(who))}  ${from}${to}${style.dim(rules)}`,
    ...moved,
    ...introduced.map((finding) => line(style.red('+'), finding)),
    ...resolved.map((finding) => line(style.green('−'), finding)),
  ].join('\n');
};

/** What changed in all; grows by counts alone, however many reports there are. */
export class Tally {
  reports = 0;
  changed = 0;
  due = 0;
  introduced = 0;
  resolved = 0;
  /** Changed, but by rules or readers of the same version: they would not be applied. */
  unversioned = 0;
  private readonly verdicts = new Map<string, number>();
  private readonly rules = new Map<string, { introduced: number; resolved: number }>();

  add(change: ReportChange): void {
    const { verdict, introduced, resolved, changed, due } = change;
    this.reports++;
    if (due) this.due++;
    if (!changed) return;
    this.changed++;
    if (!due) this.unversioned++;
    this.introduced += introduced.length;
    this.resolved += resolved.length;
    if (verdict.from !== verdict.to) {
      const key = `${verdict.from} → ${verdict.to}`;
      this.verdicts.set(key, (this.verdicts.get(key) ?? 0) + 1);
    }
    for (const [kind, findings] of [
      ['introduced', introduced],
      ['resolved', resolved],
    ] as const)
      for (const { rule } of findings) {
        const count = this.rules.get(rule) ?? { introduced: 0, resolved: 0 };
        this.rules.set(rule, { ...count, [kind]: count[kind] + 1 });
      }
  }

  /** The sum as data. */
  summary() {
    const { reports, changed, due, introduced, resolved, unversioned } = this;
    return {
      ...{ reports, changed, due, introduced, resolved, unversioned },
      verdicts: Object.fromEntries(this.verdicts),
      rules: Object.fromEntries([...this.rules].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** The sum for a person. */
  text(style: Style, language: Language): string {
    const zh = language === 'zh';
    const { reports, changed, due, introduced, resolved, unversioned, verdicts, rules } = this.summary();
    const words = (key: string): string =>
      key
        .split(' → ')
        .map((verdict) => verdictText(verdict as ReportChange['verdict']['from'], style, language))
        .join(' → ');
    return [
      zh
        ? `${reports} 份报告：${changed} 份有变化，发现新增 ${introduced}、消失 ${resolved}；${due} 份待更新`
        : `${reports} reports: ${changed} change, ${introduced} findings come, ${resolved} go; ${due} to be updated`,
      ...Object.entries(verdicts).map(([key, count]) => `    ${words(key)}  ${count}`),
      ...Object.entries(rules).map(([rule, count]) => `    ${rule}  +${count.introduced} −${count.resolved}`),
      ...(unversioned > 0
        ? [
            zh
              ? `${unversioned} 份的变化不会写入：规则（或读取程序）变了而版本号没有提高。`
              : `${unversioned} changes would not be written: rules or readers changed and their version was not raised.`,
          ]
        : []),
    ].join('\n');
  }
}
