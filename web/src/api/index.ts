/** The only room that speaks HTTP; everything else asks here. */
export { authProvider, type Credentials, type Identity } from './authProvider';
export { changesOf, isSame } from './changes';
export { countOf } from './count';
export { type CrmProvider, dataProvider } from './dataProvider';
export { duplicates, type CareerLine, type Likely, type LikelyPair, type Merge, type MergeField, type MergePreview, type Reason, type Side, type Twin, type TwinRow } from './duplicates';
export { type FieldErrors, fieldMessage, firstMessage, refusalText, statusOf } from './http';
export { type Invitation, links } from './links';
export type { Jump } from './listQuery';
export { type Failure, mass, type MassAction, type MassTask, MOST_SELECTED, type Outcome } from './mass';
export { preferences } from './preferences';
export { type Answer, type Hit, type HitKind, search } from './search';
export { type Session, session, type User } from './session';
export { type NetworkActivity, social, type SocialPost } from './social';
export { type Upload, upload } from './upload';
export { writes } from './writes';
