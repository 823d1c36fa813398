export { SiteFrame as default } from '@/app/shell/site-frame';
