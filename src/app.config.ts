export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [],
  window: {
    navigationBarTitleText: '安康志愿',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f5f3ef',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
