/** The button that saves: ready at any time except while it is saving, or a double click would create two records. */
import { SaveButton, type SaveButtonProps } from 'ra-ui-materialui';
import { useFormState } from 'react-hook-form';

export const SaveNow = (props: SaveButtonProps) => {
    const { isSubmitting } = useFormState();
    return <SaveButton alwaysEnable={!isSubmitting} {...props} />;
};
