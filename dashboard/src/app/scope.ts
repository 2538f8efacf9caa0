/** Addresses of this page. The simulated watch and the API live on the same origin, but are not ours to show. */
export const SCOPE = /^\/(?!watch(\/|$)|v1\/|healthz)/;
