export default definePageConfig({ navigationBarTitleText: '书面建议函' })
