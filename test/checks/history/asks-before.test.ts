import { HISTORY_RULES } from '../../../shared/checks/history/history-rules.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import type { Figures } from '../../../shared/report/report.ts';

/** Figures that notice who asks for them. */
const watched = (figures: Figures, asked: Set<string>): Figures =>
  new Proxy(figures, {
    get: (target, id, receiver) => {
      asked.add(String(id));
      return Reflect.get(target, id, receiver);
    },
  });

test.each(HISTORY_RULES.map((rule) => [rule.id, rule] as const))(
  '%s names every figure of the year before that it asks for, and no other',
  (_, rule) => {
    const asked = new Set<string>();
    for (const template of ['2019', '2021'] as const) {
      const report = sketchReport({ year: 2022, template });
      const previous = sketchReport({ year: 2021, template });
      for (const subject of rule.subjects)
        rule.judge(report, { ...previous, figures: watched(previous.figures, asked) }, subject);
      // Some figures are only asked for when others disagree.
      for (const subject of rule.subjects) {
        const figures = Object.fromEntries(rule.asksBefore.map((id) => [id, 5000]));
        const other = sketchReport({ year: 2021, template, figures });
        rule.judge(report, { ...other, figures: watched(other.figures, asked) }, subject);
      }
    }
    expect([...asked].sort()).toEqual([...rule.asksBefore].sort());
  },
);
