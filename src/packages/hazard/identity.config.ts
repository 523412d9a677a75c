export default definePageConfig({ navigationBarTitleText: '怎样保护您的身份' })
