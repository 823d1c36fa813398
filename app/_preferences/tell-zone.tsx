import { PREFERENCE_COOKIE, ZONE_COOKIE } from '@/lib/preferences/cookie';
import { ZoneCookie } from './zone-cookie';

const { path, sameSite, secure, maxAge } = PREFERENCE_COOKIE;
const attributes = `;path=${path};samesite=${sameSite};max-age=${maxAge}${secure ? ';secure' : ''}`;

/**
 * Has the browser say which time zone it is in, for the next page: the first one cannot know, and says UTC.
 * It is on signed-in pages and on those that lead there.
 */
export const TellZone = () => <ZoneCookie name={ZONE_COOKIE} attributes={attributes} />;
