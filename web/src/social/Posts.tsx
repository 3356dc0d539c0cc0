/** What was published, newest first: plain text, as others wrote it. */
import Link from '@mui/material/Link';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import { useTranslate } from 'ra-core';
import type { SocialPost } from '../api';
import { useFormat } from '../i18n';
import { webAddress } from '../ui';

export const Posts = ({ posts }: { posts: SocialPost[] }) => {
    const format = useFormat();
    if (posts.length === 0) return null;
    return (
        <List dense disablePadding>
            {posts.map((post, place) => (
                <ListItem key={place} disableGutters sx={{ py: 0.25 }}>
                    <ListItemText primary={<Said post={post} />} secondary={post.at ? format.ago(post.at) : null} slotProps={threeLines} />
                </ListItem>
            ))}
        </List>
    );
};

const Said = ({ post: { text, url } }: { post: SocialPost }) => {
    const translate = useTranslate();
    const href = url && webAddress(url);
    const shown = text || translate('crm.social.no_words');
    return href ? (
        <Link href={href} target="_blank" rel="noopener noreferrer" color="inherit">
            {shown}
        </Link>
    ) : (
        shown
    );
};

const threeLines = { primary: { sx: { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' } } } as const;
