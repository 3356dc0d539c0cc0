/** The interests of one group, each with what an admin can do to it; its name leads to the people who have it. */
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useArchive } from '../layout';
import { pathToPeople } from './crossing';
import type { Interest } from './interest';
import { InterestDialog } from './InterestDialog';

type Props = { interests: Interest[]; /** The names of all groups. */ groups: string[]; archived: boolean };

export const InterestLines = ({ interests, groups, archived }: Props) => {
    const [editing, setEditing] = useState<Interest | null>(null);
    return (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {interests.map(interest => (
                <Line key={interest.id} interest={interest} archived={archived} onEdit={() => setEditing(interest)} />
            ))}
            {editing ? <InterestDialog interest={editing} groups={groups} onClose={() => setEditing(null)} /> : null}
        </Box>
    );
};

const line = { display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 40, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } } as const;

const Line = ({ interest, archived, onEdit }: { interest: Interest; archived: boolean; onEdit: () => void }) => {
    const translate = useTranslate();
    const { act, acting } = useArchive();
    const { name } = interest;
    const verb = archived ? 'restore' : 'archive';
    return (
        <Box component="li" sx={line}>
            <Box sx={{ mr: 'auto', minWidth: 0, overflowWrap: 'anywhere' }}>
                {archived ? name : <Link component={RouterLink} to={pathToPeople({ interests_all: [interest.id] })}>{name}</Link>}
            </Box>
            {archived ? null : <Tool label={translate('crm.interests.edit', { name })} Icon={EditOutlined} onClick={onEdit} />}
            <Tool
                label={translate(`crm.interests.${verb}`, { name })}
                Icon={archived ? UnarchiveOutlined : ArchiveOutlined}
                disabled={acting}
                onClick={() => void act(verb, { id: interest.id, name })}
            />
        </Box>
    );
};

type ToolProps = { label: string; Icon: typeof EditOutlined; disabled?: boolean; onClick: () => void };

const Tool = ({ label, Icon, disabled, onClick }: ToolProps) => (
    <Tooltip title={label}>
        <span>
            <IconButton aria-label={label} disabled={disabled} onClick={onClick}>
                <Icon fontSize="small" />
            </IconButton>
        </span>
    </Tooltip>
);
