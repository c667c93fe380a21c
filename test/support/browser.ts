export { launch } from '../../src/publish/office/chromium.ts'
