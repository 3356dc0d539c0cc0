/** One box, from every page, for everything that is written down. */
export { SearchDoor } from './SearchDoor';
