/** The one style of all pages; it stands in the page, so that a page loads nothing. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --bad: #d33; --warn: #b70; --good: #283; }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
nav, form, .filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .75rem 0; }
nav [aria-current] { font-weight: bold; text-decoration: none; color: inherit; }
input, button { font: inherit; padding: .15rem .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: right; vertical-align: top; }
th, .text { text-align: left; font-weight: normal; }
thead th { background: var(--soft); font-weight: bold; }
td small { display: block; color: GrayText; }
.verdict { font-weight: bold; white-space: nowrap; }
.consistent { color: var(--good); }
.inconsistent, .rejected, .error { color: var(--bad); }
.incomplete, .warning { color: var(--warn); }
td.error, td.warning { outline: 2px solid; outline-offset: -2px; font-weight: bold; }
td.missing, td.unreadable { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--soft) 4px 8px); color: GrayText; }
td.inferred { font-style: italic; }
td.repair { background: #d332; }
td.repair small { color: inherit; }
td:target { background: #fd08; }
.findings li { margin: .75rem 0; }
.findings ul { font-size: .9rem; margin: .1rem 0; }
.cause { border-left: 4px solid var(--bad); background: var(--soft); padding: .25rem .75rem; }
small, .rule { color: GrayText; font-size: .85em; }
pre { white-space: pre-wrap; font: inherit; }
`;
