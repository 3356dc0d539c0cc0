/** The sheet of one import; the keyboard goes on from its heading when the button that led further is gone. */
import Box from '@mui/material/Box';
import { type ReactNode, useEffect, useRef } from 'react';
import { focusHeading, Page } from '../ui';

type Props = { name: 'prepare' | 'outcome'; title: string; children: ReactNode };

export const Stage = ({ name, title, children }: Props) => {
    const former = useRef(name);
    useEffect(() => {
        if (former.current !== name && document.activeElement === document.body) focusHeading();
        former.current = name;
    }, [name]);
    return (
        <Page title={title} width={860}>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</Box>
        </Page>
    );
};
