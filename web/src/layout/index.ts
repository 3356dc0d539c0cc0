/** The frame of every page, and the shapes lists and records are shown in. */
export { NoPage } from './Crash';
export { EmptyList } from './EmptyList';
export { frameWith } from './Frame';
export { labelOf } from './history';
export { Missing } from './Missing';
export { pathTo, pathToNew, WHOLE } from './paths';
export { RecordCards } from './RecordCards';
export { RecordCreate } from './RecordCreate';
export { RecordEdit } from './RecordEdit';
export { Fields } from './RecordForm';
export { RecordHistory } from './RecordHistory';
export { PER_PAGE, RecordList } from './RecordList';
export { RecordPage } from './RecordPage';
export { SortHead } from './SortHead';
export { SortedColumn } from './SortedColumn';
export { TextColumn } from './TextColumn';
