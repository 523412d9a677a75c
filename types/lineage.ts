/** What a subtree's move changes for everything below its root: ids of nodes. */
export type MovedPath = {
  /** Root of the subtree that moves. */
  nodeId: string
  /** Nodes it lay under and lies under no more. */
  leaves: readonly string[]
  /** Nodes it lies under now and did not before, root first. */
  joins: readonly string[]
}

/** Lineage as the tree is now, whether the record has been rewritten yet or not; what lies elsewhere stays. */
export const currentUnder = (under: readonly string[], { nodeId, leaves, joins }: MovedPath): string[] => {
  if (!under.includes(nodeId)) return [...under]
  const rest = under.filter((id) => !leaves.includes(id) && !joins.includes(id))
  const at = rest.indexOf(nodeId)
  return [...rest.slice(0, at), ...joins, ...rest.slice(at)]
}
