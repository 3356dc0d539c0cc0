/** The networks of a record; the profiles it holds are shown at once, what is said there when it has come. */
import { useQuery } from '@tanstack/react-query';
import { type NetworkActivity, social } from '../api';

export type Owner = {
    resource: 'contacts' | 'companies';
    id: string;
    /** Profiles by network, as the record has them. */
    profiles: Record<string, string | null | undefined>;
    archived: boolean;
};

/** A network that has not answered yet. */
const silent = (network: string, profile: string): NetworkActivity => ({
    network,
    profile,
    live: false,
    url: null,
    search_url: null,
    items: [],
    about: null,
    error: null,
});

const heldBy = (profiles: Owner['profiles']): NetworkActivity[] =>
    Object.entries(profiles).flatMap(([network, profile]) => (profile ? [silent(network, profile)] : []));

export function useActivity({ resource, id, profiles }: Owner) {
    const { data, isPending } = useQuery({
        queryKey: [resource, 'socialActivity', id, profiles],
        queryFn: () => social.activity(resource, id),
        staleTime: 60_000,
    });
    const all = data ?? heldBy(profiles);
    return { known: all.filter(({ profile }) => profile), unknown: all.filter(({ profile }) => !profile), waiting: isPending };
}
