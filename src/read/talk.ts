const ADDRESS = /^(?:i|you|your|me|my|we)(?:['’](?:m|re|ve|ll|d|s))?$/i;
const SPOKEN = /^(?:yeah|yes|yep|okay|ok|um|uh|mm|hmm|oh|hi|hey|hello|alright|thanks|bye|well|so)$/i;

/**
 * Whether people talk to each other in this text. Conversations hold 9 words in a hundred of address and 3 of mere speaking at
 * least; notes next to none of the latter, though one written to the patient ("you have had …") is full of the former.
 */
export function isTalk(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  if (words.length < 40) return false;
  const share = (kind: RegExp) => words.filter((word) => kind.test(word)).length / words.length;
  return share(ADDRESS) > 0.06 && share(SPOKEN) > 0.025;
}
