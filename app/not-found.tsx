import { NothingHere } from './_shell/nothing-here';
import { SiteFrame } from './_shell/site-frame';

export { nothingHereMetadata as generateMetadata } from './_shell/nothing-here';

/** For addresses that are no page's. What a page does not find is said within its own frame. */
export default function NotFound() {
  return (
    <SiteFrame>
      <NothingHere />
    </SiteFrame>
  );
}
