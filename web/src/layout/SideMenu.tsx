/** The menu at the left: icons with a word where the page is narrow, a full menu where it is wide. */
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import { useTranslate } from 'ra-core';
import { MenuEntry, MenuLink } from './MenuLink';
import { RECORDS } from './places';
import { useTools } from './rights';

const WIDTH = { sm: 112, lg: 224 };

export const SideMenu = () => {
    const translate = useTranslate();
    const tools = useTools();
    return (
        <Box sx={{ display: { xs: 'none', sm: 'block' }, width: WIDTH, flexShrink: 0, displayPrint: 'none' }}>
            <Box
                component="nav"
                aria-label={translate('crm.menu.main')}
                sx={{ position: 'sticky', top: 56, p: { sm: 0.75, lg: 1.5 }, display: 'grid', gap: 0.5 }}
            >
                {RECORDS.map(place => (
                    <MenuLink key={place.to} {...place} />
                ))}
                <Divider sx={{ my: 1 }} />
                {tools.map(place => (
                    <MenuLink key={place.to} {...place} />
                ))}
                <MenuEntry label={translate('crm.action.print')} Icon={PrintOutlined} onClick={() => window.print()} />
            </Box>
        </Box>
    );
};
