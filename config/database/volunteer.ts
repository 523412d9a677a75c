import type { CollectionDeclaration } from './collection-type'

export const volunteerCollections: readonly CollectionDeclaration[] = []
