/** Records go out: lists as CSV or vCard, one person as a vCard. */
export { ExportButton, ExportList, ExportMany } from './ExportButton';
export { VcardLink } from './VcardLink';
