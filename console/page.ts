import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

/**
 * What every page is sent with: it runs no script and loads nothing, whatever a document made it print.
 * https://www.w3.org/TR/CSP3/
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

/** The media type that pages are asked for by. */
export const PAGE_TYPE = 'text/html';

/** A page up to its body, for one that is written piece by piece. */
export const pageStart = (title: string): Html => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 勾稽 Gouji</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
`;

/** What stands behind the body. */
export const PAGE_END = html`
</body>
</html>
`;

/** A whole page around its body. */
export const page = (title: string, body: Html): string => html`${pageStart(title)}${body}${PAGE_END}`.markup;
