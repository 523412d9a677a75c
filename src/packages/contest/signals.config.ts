export default definePageConfig({ navigationBarTitleText: '值得核对的成绩' })
