/** Lets a file fall on what it wraps, and says so while one hovers. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type DragEvent, type ReactNode, useState } from 'react';

type Props = { onFile: (file: File) => void; invitation: string; children: ReactNode };

const carriesFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

const leaves = (event: DragEvent): boolean => !event.currentTarget.contains(event.relatedTarget as Node | null);

export const FileDrop = ({ onFile, invitation, children }: Props) => {
    const [hovering, setHovering] = useState(false);
    const drop = (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setHovering(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
    };
    const hover = (event: DragEvent) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setHovering(true);
    };
    return (
        <Box onDragOver={hover} onDragLeave={event => leaves(event) && setHovering(false)} onDrop={drop} sx={{ position: 'relative', minHeight: '70vh' }}>
            {children}
            {hovering ? <Invitation text={invitation} /> : null}
        </Box>
    );
};

const Invitation = ({ text }: { text: string }) => (
    <Box
        sx={{
            position: 'absolute',
            inset: 8,
            zIndex: 10,
            display: 'grid',
            placeItems: 'center',
            border: 2,
            borderStyle: 'dashed',
            borderColor: 'primary.main',
            borderRadius: 2,
            bgcolor: 'background.paper',
            opacity: 0.94,
            pointerEvents: 'none',
        }}
    >
        <Typography variant="h1" component="p">
            {text}
        </Typography>
    </Box>
);
