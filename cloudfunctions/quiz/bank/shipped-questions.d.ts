/** The product's own questions, written beside the bundle by the build: a list of QuestionFile. */
declare module 'shipped-questions' {
  const files: unknown
  export default files
}
