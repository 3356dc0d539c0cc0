/** Where the menus lead. */
import type { SvgIconComponent } from '@mui/icons-material';
import AdminPanelSettingsOutlined from '@mui/icons-material/AdminPanelSettingsOutlined';
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import DomainAddOutlined from '@mui/icons-material/DomainAddOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import QrCode2Outlined from '@mui/icons-material/QrCode2Outlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Binoculars } from '../ui';

export type Place = {
    to: string;
    label: string;
    Icon: SvgIconComponent;
    /** On a phone it waits in the menu: the bar has room for few. */
    deep?: boolean;
    /** Of no use to those who only read. */
    writes?: boolean;
    /** For admins alone. */
    admins?: boolean;
};

/** Whether a page belongs to a place of the menu: interests are managed within the administration. */
export function isWithin(place: string, path: string): boolean {
    if (path === '/interests/manage') return place === '/users';
    return path === place || path.startsWith(`${place}/`);
}

export const RECORDS: Place[] = [
    { to: '/contacts', label: 'resources.contacts.name', Icon: PeopleAltOutlined },
    { to: '/companies', label: 'resources.companies.name', Icon: BusinessOutlined },
    { to: '/interests', label: 'crm.interests.title', Icon: Binoculars, deep: true },
];

export const TOOLS: Place[] = [
    { to: '/imports', label: 'crm.menu.import', Icon: UploadFileOutlined, writes: true },
    { to: '/duplicates', label: 'crm.duplicates.menu', Icon: ContentCopyOutlined, deep: true, writes: true },
    { to: '/qr', label: 'crm.qr.menu', Icon: QrCode2Outlined, deep: true },
    { to: '/users', label: 'crm.menu.administration', Icon: AdminPanelSettingsOutlined, admins: true },
    { to: '/help', label: 'crm.menu.help', Icon: HelpOutlineOutlined },
];

export const CREATIONS: Place[] = [
    { to: '/contacts/create', label: 'crm.menu.new_contact', Icon: PersonAddAltOutlined },
    { to: '/companies/create', label: 'crm.menu.new_company', Icon: DomainAddOutlined },
    { to: '/imports', label: 'crm.menu.import', Icon: UploadFileOutlined },
];
