export default definePageConfig({ navigationBarTitleText: '题目质量' })
