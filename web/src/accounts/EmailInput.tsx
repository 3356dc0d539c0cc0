/** The address somebody signs in with: to be read, not changed. */
import { TextInput } from 'ra-ui-materialui';

export const EmailInput = ({ helperText }: { helperText?: string }) => <TextInput source="email" readOnly helperText={helperText} sx={legible} />;

/** Material UI greys what is read only below the contrast a reader needs. */
const legible = { '& .Mui-disabled': { color: 'text.secondary', WebkitTextFillColor: 'currentColor' } };
