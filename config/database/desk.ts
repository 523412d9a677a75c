import type { CollectionDeclaration } from './collection-type'

export const deskCollections: readonly CollectionDeclaration[] = []
