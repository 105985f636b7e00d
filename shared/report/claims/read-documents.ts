import { anyOf } from './concept-set.ts';
import { before, type Counted, claim, nounAfter } from './counted.ts';
import { lastOf } from './reading.ts';
import type { DocumentId } from './state.ts';
import type { Concept, Token } from './token.ts';

export const DOCUMENTS: Partial<Record<Concept, DocumentId>> = {
  regulation: 'regulations',
  normative: 'normativeDocuments',
};
const VERBS: Partial<Record<Concept, string>> = { issue: 'issued', repeal: 'repealed', inForce: 'inForce' };
export const DECISIONS: Partial<Record<Concept, string>> = {
  licensing: 'disclosure.licensing.decisions',
  penalty: 'disclosure.penalties.decisions',
  coercion: 'disclosure.coercion.decisions',
};

const REGULATION = anyOf('regulation');
const NORMATIVE = anyOf('normative');
const DOCUMENT = anyOf('regulation', 'normative', 'foreign');
const VERB = anyOf('issue', 'repeal', 'inForce', 'disclose', 'publish', 'count');
const DECISION = anyOf('licensing', 'penalty', 'coercion');
const SHOWN = anyOf('disclose', 'publish', 'info');
const SHOWN_BESIDE = anyOf('info', 'publish');
const RECEIVE = anyOf('receive');

/** The number follows the noun: 制发规范性文件2件; 现行有效规范性文件5件. 主动公开规范性文件 is another thing. */
export const readDocuments = (counted: Counted, head: number): void => {
  const { tokens, from, count, state } = counted;
  const { concept } = tokens[head]!;
  const id = DOCUMENTS[concept]!;
  state.document = id;
  const verb = before(counted, head, VERB);
  const kind = verb >= 0 ? VERBS[tokens[verb]!.concept] : undefined;
  const joint = lastOf(tokens, from, head, concept === 'regulation' ? NORMATIVE : REGULATION) >= 0;
  if (kind && (!joint || count.quantity.value === 0)) claim(counted, `disclosure.${id}.${kind}`);
};

/** The number follows the verb: 规范性文件制发2件、废止1件; 制发2件行政规范性文件. */
export const readDocumentVerb = (counted: Counted, head: number): void => {
  const { tokens, state } = counted;
  const kind = VERBS[tokens[head]!.concept]!;
  const after = nounAfter(counted);
  const noun = after >= 0 ? after : before(counted, head, DOCUMENT);
  const id =
    noun >= 0 ? DOCUMENTS[tokens[noun]!.concept] : state.topic === 'documents' ? state.document : undefined;
  if (!id) return;
  state.document = id;
  claim(counted, `disclosure.${id}.${kind}`);
};

/** 行政处罚3916件: decisions, not items of information about them. */
export const readDecisions = (counted: Counted, token: Token): void => {
  const { tokens, place, count, state } = counted;
  const shown = state.disclosed.length > 0 || lastOf(tokens, 0, place, SHOWN) >= 0;
  const asked = before(counted, place, RECEIVE) >= 0;
  if (!shown && !asked && state.topic !== 'request' && count.quantity.unit !== '条')
    claim(counted, DECISIONS[token.concept]!);
};

/** 作出694宗行政许可; 行政处罚处理决定数量39件. */
export const readDecided = (counted: Counted, head: number): void => {
  const { tokens, limit, state } = counted;
  const after = nounAfter(counted);
  const noun = after >= 0 ? after : before(counted, head, DECISION);
  const metric = noun >= 0 ? DECISIONS[tokens[noun]!.concept] : undefined;
  const shown = state.disclosed.length > 0 || lastOf(tokens, 0, limit, SHOWN_BESIDE) >= 0;
  if (metric && !shown) claim(counted, metric);
};
