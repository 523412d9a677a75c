export { openDocument as handOverFile } from './open-document'
