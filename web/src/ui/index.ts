/** Pieces any page may use; none of them knows a CRM word. */
export { CallButton } from './CallButton';
export { ColourDot } from './ColourDot';
export { CopyField } from './CopyField';
export { countries, countryName } from './countries';
export { CALL_SCHEMES, type CallScheme, isCallScheme } from './dial';
export { type FieldLine, FieldList } from './FieldList';
export { FileDrop } from './FileDrop';
export { fold } from './fold';
export { handover } from './handover';
export { Initials } from './Initials';
export { oneLineRows } from './oneLineRows';
export { Page } from './Page';
export { PageTitle } from './PageTitle';
export { PasswordField } from './PasswordField';
export { EmailLink, PhoneLink, WebLink } from './Reach';
export { CellLink, RowLink, rowOfLinks } from './RowLink';
export { Section } from './Section';
export { darkTheme, lightTheme } from './theme';
