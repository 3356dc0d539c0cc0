/** A round with the first letters of a name, in a colour of its own. */
import Avatar from '@mui/material/Avatar';

// Dark enough for white letters (4.5 : 1 and more).
const COLOURS = ['#0e6455', '#8f4a12', '#3d5a80', '#7a3b69', '#4c6b1f', '#9c3d3d', '#5a4f9c', '#2f6f8f'];

const initialsOf = (name: string): string =>
    (name.match(/[\p{L}\p{N}][^\s(]*/gu) ?? [])
        .slice(0, 2)
        .map(word => word[0].toUpperCase())
        .join('');

const colourOf = (name: string): string =>
    COLOURS[[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS.length];

type Props = { name: string; size?: number; square?: boolean };

export const Initials = ({ name, size = 32, square }: Props) => (
    <Avatar
        aria-hidden
        variant={square ? 'rounded' : 'circular'}
        sx={{ width: size, height: size, fontSize: size * 0.4, fontWeight: 600, color: '#fff', bgcolor: colourOf(name) }}
    >
        {initialsOf(name)}
    </Avatar>
);
