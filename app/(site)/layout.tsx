export { SiteFrame as default } from '@/app/_shell/site-frame';
