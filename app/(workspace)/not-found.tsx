export {
  NothingHere as default,
  nothingHereMetadata as generateMetadata,
} from '@/app/_shell/nothing-here';
