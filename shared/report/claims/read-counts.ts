import {
  type DocumentId,
  type Found,
  GAP,
  headAfter,
  headBefore,
  lastOf,
  type RemedyId,
  type Segment,
  START,
  type State,
} from './reading.ts';
import type { Concept, Token } from './token.ts';

const is =
  (...concepts: readonly Concept[]) =>
  (token: Token): boolean =>
    concepts.includes(token.concept);

const REMEDIES: ReadonlySet<Concept> = new Set<Concept>(['reconsideration', 'litigation']);
const DOCUMENTS: Partial<Record<Concept, DocumentId>> = {
  regulation: 'regulations',
  normative: 'normativeDocuments',
};
const DECISIONS: Partial<Record<Concept, string>> = {
  licensing: 'disclosure.licensing.decisions',
  penalty: 'disclosure.penalties.decisions',
  coercion: 'disclosure.coercion.decisions',
};
const DOCUMENT_VERBS: Partial<Record<Concept, string>> = {
  issue: 'issued',
  repeal: 'repealed',
  inForce: 'inForce',
};
const CARRY_TAIL: ReadonlySet<Concept> = new Set<Concept>([
  'request',
  'bareRequest',
  'handle',
  'close',
  'finish',
  'lastYear',
  'nextYear',
  'year',
]);

/** Reads the numbers of one clause. What a number counts is told by the word beside it, never by distance. */
export const readCounts = (segment: Segment, state: State, next: Segment | undefined): void => {
  const { tokens } = segment;
  let from = 0;
  for (let place = 0; place < tokens.length; place++) {
    const { concept } = tokens[place]!;
    if (concept !== 'count' && concept !== 'cash') continue;
    let limit = place + 1;
    while (limit < tokens.length && !is('count', 'cash')(tokens[limit]!)) limit += 1;
    const reader = new CountReader(segment, place, from, limit, state, next);
    if (concept === 'cash') reader.readCash();
    else reader.readCount();
    from = place + 1;
  }
};

/** One number in its clause. */
class CountReader {
  private readonly tokens: readonly Token[];
  private readonly count: Token;

  constructor(
    segment: Segment,
    private readonly place: number,
    private readonly from: number,
    private readonly limit: number,
    private readonly state: State,
    private readonly next: Segment | undefined,
  ) {
    this.tokens = segment.tokens;
    this.count = segment.tokens[place]!;
  }

  readCash(): void {
    const { tokens, place, state } = this;
    if (this.isElsewhen() || state.part) return;
    const fee = lastOf(tokens, 0, place, is('fee'));
    const charge = lastOf(tokens, 0, place, is('charge', 'money'));
    const { head } = headBefore(tokens, place);
    const near = head >= 0 && is('fee', 'charge', 'money')(tokens[head]!);
    if (near && (fee >= 0 || (charge >= 0 && state.topic === 'request' && this.isOrdinaryFee()))) {
      this.emit('fees.processing');
    }
  }

  /** 收费 alone counts as the processing fee only where the text speaks of requests and of no other fee. */
  private isOrdinaryFee(): boolean {
    return lastOf(this.tokens, 0, this.place, is('ignore', 'foreign')) === START;
  }

  readCount(): void {
    const { tokens, place } = this;
    if (this.count.unit === '' && !this.isBareNumberOfThing()) return;
    const carry = this.carryBefore();
    if (carry) return this.readCarry(carry);
    if (this.isElsewhen()) return;
    const walk = headBefore(tokens, place);
    if (walk.head >= 0) return this.readHead(walk.head);
    if (walk.head === START || walk.exists) this.readAfter();
  }

  /** `数量为23`: a number without a unit counts only where a word says that it is a number of something. */
  private isBareNumberOfThing(): boolean {
    const before = this.tokens[this.place - 1];
    return before !== undefined && before.end === this.count.start && is('filler', 'sum', 'all')(before);
  }

  /** Another year, all years, a comparison, or a number that is only filed. */
  private isElsewhen(): boolean {
    const { tokens, place, from, state } = this;
    if (state.past || state.history) return true;
    for (let at = from; at < place; at++) {
      const token = tokens[at]!;
      if (token.concept === 'change' || token.concept === 'register') return true;
      if (token.concept === 'compare' && (token.id === 'word' || is('lastYear', 'year')(tokens[at + 1]!)))
        return true;
      if (token.concept === 'lastYear') return true;
    }
    return false;
  }

  /** 上年结转3件, 结转下年度3件, 2022年结转的3件. */
  private carryBefore(): 'over' | 'forward' | undefined {
    const { tokens, place, from } = this;
    const at = lastOf(tokens, from, place, is('carry'));
    if (at < 0) return undefined;
    // Nothing but the requests and their handling may stand between.
    let edge = this.count.start;
    for (let between = place - 1; between > at; between--) {
      const token = tokens[between]!;
      if (token.end !== edge) return undefined;
      if (!CARRY_TAIL.has(token.concept) && !is('filler', 'sum', 'exist', 'all', 'approx', 'group')(token)) {
        return undefined;
      }
      edge = token.start;
    }
    if (tokens[at]!.end !== edge) return undefined;
    return this.directionOf(at, place);
  }

  private directionOf(at: number, limit: number): 'over' | 'forward' | undefined {
    const { tokens, from, state } = this;
    const { id } = tokens[at]!;
    if (id === 'next') return 'forward';
    if (id === 'last') return 'over';
    const after = tokens.slice(at + 1, limit);
    if (after.some(is('nextYear'))) return 'forward';
    if (after.some(is('lastYear'))) return 'over';
    const target = after.find(is('year'));
    if (target) return state.yearSure && target.value <= state.year ? 'over' : 'forward';
    const before = lastOf(tokens, from, at, is('year', 'lastYear', 'nextYear'));
    if (before >= 0) {
      const token = tokens[before]!;
      if (token.concept === 'nextYear') return 'forward';
      if (token.concept === 'lastYear') return 'over';
      const adjacent = tokens[before]!.end === tokens[at]!.start || before === at - 1;
      if (token.value < state.year || (!state.yearSure && adjacent && from > 0)) return 'over';
    }
    return state.found.some(({ metric }) => metric === 'requests.closed') ? 'forward' : undefined;
  }

  private readCarry(direction: 'over' | 'forward'): void {
    if (this.state.history) return;
    this.state.carried ||= this.count.value > 0;
    this.emit(direction === 'over' ? 'requests.carriedOver' : 'requests.carriedForward');
  }

  /** The number follows its word: 不予公开2件. */
  private readHead(head: number): void {
    const { tokens, state } = this;
    const token = tokens[head]!;
    switch (token.concept) {
      case 'outcome':
        if (state.topic !== 'other') this.emit(`requests.${token.id}`);
        return;
      case 'result':
        this.readResult(token.id);
        return;
      case 'reconsideration':
      case 'litigation':
        this.readRemedy(head);
        return;
      case 'oneRoute':
        state.remedy = null;
        return;
      case 'applicant':
        if (state.topic === 'request') this.emit(`requests.received.${token.id}`);
        return;
      case 'request':
      case 'bareRequest':
        this.readRequest(head);
        return;
      case 'receive':
        this.readReceived(head);
        return;
      case 'close':
      case 'finish':
        if (this.isOfRequests(head)) this.emit('requests.closed');
        return;
      case 'handle':
        this.readHandled(head);
        return;
      case 'regulation':
      case 'normative':
        this.readDocuments(head, DOCUMENTS[token.concept]!);
        return;
      case 'issue':
      case 'repeal':
      case 'inForce':
        this.readDocumentVerb(head);
        return;
      case 'licensing':
      case 'penalty':
      case 'coercion':
        this.readDecisions(head);
        return;
      case 'decide':
        this.readDecided(head);
        return;
      case 'disclose':
        this.readGranted(head);
        return;
      default:
    }
  }

  /** The number stands first: 2件不予公开, 1件结转下年度. */
  private readAfter(): void {
    const { tokens, place, limit, state } = this;
    const carry = tokens.findIndex((token, at) => at > place && at < limit && token.concept === 'carry');
    if (carry >= 0) {
      const direction = this.directionOf(carry, limit);
      if (direction) this.readCarry(direction);
      return;
    }
    const after = headAfter(tokens, place, limit);
    if (after >= 0) {
      const token = tokens[after]!;
      if (token.concept === 'outcome') return this.emit(`requests.${token.id}`);
      if (token.concept === 'applicant' && state.topic === 'request') {
        return this.emit(`requests.received.${token.id}`);
      }
    }
    const result = tokens.find((token, at) => at > place && at < limit && token.concept === 'result');
    if (result && state.remedy) return this.readResult(result.id);
    const noun = this.lastNounAfter();
    if (noun >= 0 && REMEDIES.has(tokens[noun]!.concept)) return this.emitRemedy(tokens[noun]!);
    if (noun === START && state.topic === 'request' && state.receivedHere) {
      const done = tokens.findIndex((token, at) => at > place && at < limit && is('close', 'finish')(token));
      if (done >= 0) this.emit('requests.closed');
    }
  }

  /** The noun that ends what follows the number; a foreign one counts as well. */
  private lastNounAfter(): number {
    return lastOf(
      this.tokens,
      this.place + 1,
      this.limit,
      is(
        'request',
        'bareRequest',
        'reconsideration',
        'litigation',
        'oneRoute',
        'regulation',
        'normative',
        'licensing',
        'penalty',
        'coercion',
        'info',
        'fee',
        'foreign',
        'topic',
        'title',
      ),
    );
  }

  /** 收到政府信息公开申请75件; 自然人申请72件; 答复申请3050件. */
  private readRequest(head: number): void {
    const { tokens, from, state } = this;
    const owner = headBefore(tokens, head, new Set<Concept>(['submit'])).head;
    if (owner >= 0 && owner >= from) {
      const token = tokens[owner]!;
      if (token.concept === 'applicant') {
        const verb = lastOf(tokens, from, owner, is('receive'));
        if (verb >= 0) this.emitReceived();
        if (state.topic === 'request' || verb >= 0) this.emit(`requests.received.${token.id}`);
        return;
      }
      if (token.concept === 'outcome') return this.emit(`requests.${token.id}`);
      if (token.concept === 'receive') return this.emitReceived();
      if (is('close', 'finish')(token)) return this.emit('requests.closed');
      if (token.concept === 'handle') return this.readHandled(owner);
      if (is('organization', 'channel', 'site')(token) && tokens[head]!.concept === 'bareRequest') return;
    }
    if (tokens[head]!.concept === 'bareRequest') return;
    const verb = lastOf(
      tokens,
      from,
      head,
      is('receive', 'close', 'finish', 'handle', 'charge', 'disclose', 'publish', 'foreign', 'not'),
    );
    const saying = verb >= 0 ? tokens[verb]!.concept : '';
    if (saying === 'receive') return this.emitReceived();
    if (saying === 'close' || saying === 'finish') return this.emit('requests.closed');
    if (saying === 'handle') return this.readHandled(verb);
    if (saying === '' && !state.part && this.count.unit !== '') this.emitReceived();
  }

  /** 收到8份政府信息公开申请; 新收75件. */
  private readReceived(head: number): void {
    const { tokens, place, limit, state } = this;
    const noun = this.lastNounAfter();
    if (noun >= 0) {
      const token = tokens[noun]!;
      if (is('request', 'bareRequest')(token)) {
        const applicant = tokens.find(
          (other, at) => at > place && at < noun && other.concept === 'applicant',
        );
        this.emitReceived();
        if (applicant) this.emit(`requests.received.${applicant.id}`);
      } else if (REMEDIES.has(token.concept)) this.emitRemedy(token);
      return;
    }
    const open = headAfter(tokens, place, limit);
    const before = headBefore(tokens, head).head;
    const object = before >= 0 && is('foreign', 'licensing', 'ignore')(tokens[before]!);
    if (state.topic === 'request' && open !== GAP && !object) this.emitReceived();
  }

  private readHandled(head: number): void {
    const { tokens, place, limit, state, next } = this;
    if (!this.isOfRequests(head)) return;
    const remark =
      tokens.slice(place + 1, limit).find(is('group'))?.inner ?? (next?.mark === ',' ? next.tokens : []);
    const over =
      remark.some((token) => token.concept === 'carry' && token.id === 'last') ||
      this.carriesPastYear(remark);
    if (!over) return;
    // 含上年结转57件、另有52件顺延: what is carried forward is not in it, so it is what was closed.
    const forward = remark.some((token) => token.concept === 'carry' && token.id === 'next');
    this.emit(forward ? 'requests.closed' : 'requests.handled');
    if (!state.part) state.receivedHere = true;
  }

  private carriesPastYear(tokens: readonly Token[]): boolean {
    const carry = tokens.findIndex(is('carry'));
    return carry > 0 && tokens.slice(0, carry).some((token) => token.concept === 'year');
  }

  /** Whether 答复, 办结, 办理 beside the number are of requests: the noun after it, else what the text is about. */
  private isOfRequests(head: number): boolean {
    const { tokens, from, state } = this;
    const noun = this.lastNounAfter();
    if (noun >= 0) return is('request', 'bareRequest')(tokens[noun]!);
    const before = lastOf(
      tokens,
      from,
      head,
      is('request', 'bareRequest', 'foreign', 'licensing', 'info', ...REMEDIES),
    );
    if (before >= 0) return is('request', 'bareRequest')(tokens[before]!);
    const object = lastOf(tokens, head, this.place, is('request', 'bareRequest'));
    return object >= 0 || state.topic === 'request';
  }

  private readResult(id: string): void {
    const { state } = this;
    if (state.remedy) this.emit(`remedies.${state.remedy}.${id}`);
  }

  /** 行政复议2件; 行政复议、行政诉讼各1件; a sum of both says nothing of either, unless it is 0. */
  private readRemedy(head: number): void {
    const { tokens, from, state } = this;
    const token = tokens[head]!;
    if (token.id === 'weak' && state.topic !== 'remedy' && !this.hasRemedyContext()) return;
    const other = lastOf(
      tokens,
      from,
      head,
      (before) => REMEDIES.has(before.concept) && before.concept !== token.concept,
    );
    const joined = other >= 0 && this.isConjunction(other, head);
    if (!joined) return this.emitRemedy(token);
    const each = lastOf(tokens, head, this.place, is('all')) >= 0 || this.count.value === 0;
    if (!each) return;
    this.emitRemedy(tokens[other]!);
    this.emitRemedy(token);
  }

  private isConjunction(first: number, second: number): boolean {
    return this.tokens.slice(first + 1, second).every((token) => !is('count')(token));
  }

  private hasRemedyContext(): boolean {
    return (
      lastOf(this.tokens, 0, this.place, is('request', 'topic', 'bareRequest')) >= 0 ||
      this.state.topic === 'request'
    );
  }

  private emitRemedy(token: Token): void {
    const { state } = this;
    const about = lastOf(this.tokens, 0, this.tokens.length, is('request', 'topic')) >= 0;
    if (state.otherField && !about) return;
    state.remedy = token.concept as RemedyId;
    state.topic = 'remedy';
    this.emit(`remedies.${state.remedy}`);
  }

  /** 制发规范性文件2件; 规范性文件制发2件; 现行有效规范性文件5件. */
  private readDocuments(head: number, id: DocumentId): void {
    const { tokens, from, state } = this;
    state.document = id;
    state.topic = 'documents';
    const verb = lastOf(tokens, from, head, is('issue', 'repeal', 'inForce', 'disclose', 'publish', 'count'));
    const kind = verb >= 0 ? DOCUMENT_VERBS[tokens[verb]!.concept] : undefined;
    if (kind && !this.isJoint(head)) this.emit(`disclosure.${id}.${kind}`);
  }

  /** 规章和规范性文件3件: a sum of both. */
  private isJoint(head: number): boolean {
    const { tokens, from } = this;
    const concept = tokens[head]!.concept;
    const other = lastOf(
      tokens,
      from,
      head,
      (token) => token.concept in DOCUMENTS && token.concept !== concept,
    );
    return other >= 0 && this.count.value !== 0;
  }

  private readDocumentVerb(head: number): void {
    const { tokens, from, state } = this;
    const kind = DOCUMENT_VERBS[tokens[head]!.concept]!;
    const noun = this.lastNounAfter();
    if (noun >= 0) {
      const id = DOCUMENTS[tokens[noun]!.concept];
      if (!id) return;
      state.document = id;
      state.topic = 'documents';
      return this.emit(`disclosure.${id}.${kind}`);
    }
    const before = lastOf(tokens, from, head, (token) => token.concept in DOCUMENTS || is('foreign')(token));
    const id = before >= 0 ? DOCUMENTS[tokens[before]!.concept] : state.document;
    if (id && (before >= 0 || state.topic === 'documents')) this.emit(`disclosure.${id}.${kind}`);
  }

  /** 作出行政许可694件, 行政处罚3916件: decisions, not items of information about them. */
  private readDecisions(head: number): void {
    const { tokens, state } = this;
    const token = tokens[head]!;
    const shown =
      lastOf(tokens, 0, this.place, is('disclose', 'publish', 'info')) >= 0 || state.disclosed.length > 0;
    if (shown || state.topic === 'request' || this.count.unit === '条') return;
    this.emit(DECISIONS[token.concept]!);
  }

  private readDecided(head: number): void {
    const { tokens, from } = this;
    const noun = this.lastNounAfter();
    const at = noun >= 0 ? noun : lastOf(tokens, from, head, (token) => token.concept in DECISIONS);
    const metric = at >= 0 ? DECISIONS[tokens[at]!.concept] : undefined;
    if (metric && this.lastInfo() === START) this.emit(metric);
  }

  private lastInfo(): number {
    return lastOf(this.tokens, 0, this.limit, is('info', 'publish'));
  }

  /** 其中公开1起: in a breakdown of requests, 公开 alone is 予以公开. */
  private readGranted(head: number): void {
    const { tokens, state } = this;
    const plain =
      tokens[head]!.end - tokens[head]!.start === 2 &&
      lastOf(tokens, 0, head, is('active', 'info', 'site')) === START;
    if (plain && state.part && state.topic === 'request' && state.receivedHere) this.emit('requests.granted');
  }

  /** One sentence states what was received once; what follows are parts and channels. */
  private emitReceived(): void {
    const { state } = this;
    state.topic = 'request';
    if (state.receivedHere || state.part) return;
    state.received = this.count.value;
    state.receivedHere = true;
    this.emit('requests.received');
  }

  private emit(metric: string): void {
    const { tokens, state, count, place } = this;
    const found: Found = {
      metric,
      value: count.value,
      unit: count.unit || '件',
      start: tokens[0]!.start,
      end: tokens.at(-1)!.end,
      ...((count.approximate || headBefore(tokens, place).approximate) && { approximate: true }),
      ...(state.part && { part: true }),
      ...(state.narrower && { narrower: true }),
      ...(state.reach && { reach: state.reach }),
    };
    state.found.push(found);
  }
}
