/** The networks of a person or a company. */
export { SocialSection } from './SocialSection';
