/**
 * The share of a standard normal distribution below x. Source: Marsaglia 2004, Evaluating the Normal Distribution, J Stat Softw
 * 11(4): Taylor's series about 0, summed until it no longer grows.
 */
export function normalBelow(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let sum = x;
  let term = x;
  for (let i = 3, before = 0; sum !== before; i += 2) {
    before = sum;
    term *= (x * x) / i;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x - 0.5 * Math.log(2 * Math.PI));
}
