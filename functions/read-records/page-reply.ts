import { PAGE_HEADERS, PAGE_TYPE } from '../../console/page.ts';
import type { TextReply } from '../http/route.ts';

/** A page of the console as an answer, for callers that ask for one: browsers do, programs get JSON. */
export const pageReply = (markup: string): TextReply => ({
  text: markup,
  contentType: `${PAGE_TYPE}; charset=utf-8`,
  headers: PAGE_HEADERS,
});
