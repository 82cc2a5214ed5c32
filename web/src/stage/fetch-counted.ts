/** A response, and the promise that all of its bytes were counted. */
export interface Counted {
  response: Response;
  counted: Promise<void>;
}

/**
 * Fetches, counting bytes as they come in. The response itself stays the browser's own: only of such a one does it
 * keep the compiled program for the next visit.
 */
export async function fetchCounted(
  url: string,
  count: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Counted> {
  const response = await fetch(url, { signal: signal ?? null });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  return { response, counted: countBody(response.clone(), count) };
}

async function countBody(response: Response, count: (bytes: number) => void): Promise<void> {
  const reader = response.body?.getReader();
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) count(part.value.length);
  } catch {
    // The one who reads the response itself sees the same error and tells it.
  }
}
