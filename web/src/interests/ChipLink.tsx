/** An interest as a small label that leads somewhere: a real link, so that a middle click opens it apart. */
import Chip, { type ChipProps } from '@mui/material/Chip';
import { Link } from 'react-router-dom';

type Props = { to: string; label: string; /** What is read aloud where the label is short. */ description?: string } & Pick<ChipProps, 'color' | 'icon' | 'variant'>;

/** A long name breaks rather than leaving a narrow page. */
const whole = { height: 'auto', maxWidth: '100%', '& .MuiChip-label': { whiteSpace: 'normal', overflowWrap: 'anywhere', py: 0.5 } };

export const ChipLink = ({ to, description, ...props }: Props) => <Chip component={Link} to={to} aria-label={description} clickable sx={whole} {...props} />;
