/** The time zones of the world, as the browser knows them. */
export const zones = (): { id: string; name: string }[] =>
    Intl.supportedValuesOf('timeZone').map(id => ({ id, name: id.replaceAll('_', ' ') }));
