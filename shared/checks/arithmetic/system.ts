import { perTemplate } from '../../report/templates/per-template.ts';
import { type Relation, relationsOf } from './relation.ts';

/**
 * Relations that share figures, as a network: every relation is a node and every figure an arc, so that the
 * relations hold together exactly when the figures are a flow that is conserved at every node.
 *
 * Two-way tables with totals always have this form once what is implied is left out. It is what makes the
 * questions here exact: whole-number flows exist whenever fractional ones do, a missing filling is proved by a
 * cut, and a figure is settled when no cycle passes through its arc.
 */
export interface System {
  readonly relations: readonly Relation[];
  /** Figure ids, one for each arc; the lists below that go by arc are in this order. */
  readonly figures: readonly string[];
  /** By arc: the figure's cell in the template. */
  readonly cells: readonly number[];
  /** By arc: every relation the figure stands in, those that are implied too. */
  readonly holding: readonly (readonly Relation[])[];
  /** By arc: the node it leaves and the node it enters. */
  readonly tail: readonly number[];
  readonly head: readonly number[];
  /** By node: the arcs that leave or enter it. The last node is the ground, which no relation owns. */
  readonly incident: readonly (readonly number[])[];
  /** By node: its relation; the ground has none. */
  readonly nodes: readonly Relation[];
}

/** Relations grouped so that no figure is shared between two groups. */
const components = (relations: readonly Relation[]): Relation[][] => {
  const groups: { figures: Set<string>; relations: Relation[] }[] = [];
  for (const relation of relations) {
    const touched = groups.filter((group) => relation.terms.some(({ figure }) => group.figures.has(figure)));
    const merged = {
      figures: new Set([
        ...touched.flatMap((group) => [...group.figures]),
        ...relation.terms.map((t) => t.figure),
      ]),
      relations: [...touched.flatMap((group) => group.relations), relation],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged);
  }
  return groups.map((group) => group.relations);
};

/** For each figure: the nodes it occurs in, with its coefficient there. */
const occurrences = (nodes: readonly Relation[]): Map<string, { node: number; coefficient: number }[]> => {
  const found = new Map<string, { node: number; coefficient: number }[]>();
  nodes.forEach((relation, node) => {
    for (const { figure, coefficient } of relation.terms) {
      found.set(figure, [...(found.get(figure) ?? []), { node, coefficient }]);
    }
  });
  return found;
};

/** A sign for each node so that every figure shared by two nodes enters one and leaves the other. */
const orient = (nodes: readonly Relation[], shared: ReturnType<typeof occurrences>): number[] => {
  const signs: number[] = nodes.map(() => 0);
  const queue = [0];
  signs[0] = 1;
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const { figure } of nodes[node]?.terms ?? []) {
      const [first, second, third] = shared.get(figure) ?? [];
      if (third) throw new Error(`${figure} stands in three relations: one of them is implied by the others`);
      if (!first || !second) continue;
      const [here, there] = first.node === node ? [first, second] : [second, first];
      const sign = -(signs[node] ?? 0) * here.coefficient * there.coefficient;
      if (signs[there.node] === 0) {
        signs[there.node] = sign;
        queue.push(there.node);
      } else if (signs[there.node] !== sign) {
        throw new Error(`the relations around ${figure} are no network`);
      }
    }
  }
  return signs;
};

const buildSystem = (relations: readonly Relation[]): System => {
  const nodes = relations.filter((relation) => !relation.implied);
  const shared = occurrences(nodes);
  const signs = orient(nodes, shared);
  const ground = nodes.length;
  const figures = [...shared.keys()];
  const ends = figures.map((figure) => {
    const places = shared.get(figure) ?? [];
    const enters = places.find(({ node, coefficient }) => (signs[node] ?? 0) * coefficient > 0);
    const leaves = places.find(({ node, coefficient }) => (signs[node] ?? 0) * coefficient < 0);
    return { tail: leaves?.node ?? ground, head: enters?.node ?? ground };
  });
  const cellOf = new Map(nodes.flatMap(({ terms }) => terms.map((term) => [term.figure, term.cell])));
  const incident: number[][] = Array.from({ length: ground + 1 }, () => []);
  ends.forEach(({ tail, head }, arc) => {
    incident[tail]?.push(arc);
    incident[head]?.push(arc);
  });
  return {
    relations,
    figures,
    cells: figures.map((figure) => cellOf.get(figure) ?? -1),
    holding: figures.map((figure) =>
      relations.filter(({ terms }) => terms.some((term) => term.figure === figure)),
    ),
    tail: ends.map((end) => end.tail),
    head: ends.map((end) => end.head),
    incident,
    nodes,
  };
};

/** The systems of a template: table 三 is one, each route of table 四 another. */
export const systemsOf = perTemplate((template): readonly System[] =>
  components(relationsOf(template)).map(buildSystem),
);
