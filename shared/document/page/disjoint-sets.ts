/** A forest of `size` nodes, each its own tree at first: finds a node's root, and joins two trees. */
export const disjointSets = (size: number) => {
  const parent: number[] = [];
  for (let node = 0; node < size; node++) parent.push(node);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[node] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    parent[find(a)] = find(b);
  };
  return { find, join };
};
