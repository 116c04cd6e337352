// Where to go after signing in: a page of this product and nothing else.

export function nextAfterLogin(search: string): string {
  const next = new URLSearchParams(search).get("next") ?? "";
  return /^\/(console|class|desk|people|unit|cohorts|hotwash|office)(\/[\w%-]+){0,2}$/.test(next) ? next : "/console";
}

export function loginFor(path: string): string {
  return `/login?next=${encodeURIComponent(path)}`;
}
