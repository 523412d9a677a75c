import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes.json'

// The same list, in the same order, as the build put into the templates: both sides number the attributes by it.
mergeInternalComponents(attributes)
