import type { CollectionDeclaration } from './collection-type'

export const hazardCollections: readonly CollectionDeclaration[] = []
