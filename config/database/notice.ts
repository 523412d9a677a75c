import type { CollectionDeclaration } from './collection-type'

export const noticeCollections: readonly CollectionDeclaration[] = []
