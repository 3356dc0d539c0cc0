/** Once a form is refused, by us or by the server, the first field to mend has the focus. */
import { useEffect } from 'react';
import { useFormState } from 'react-hook-form';

export const FaultyField = () => {
    const { isSubmitting, submitCount } = useFormState();
    useEffect(() => {
        if (submitCount > 0 && !isSubmitting) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
    }, [isSubmitting, submitCount]);
    return null;
};
