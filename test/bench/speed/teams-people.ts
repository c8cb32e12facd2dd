/** Made-up accounts of a made-up tenant. */
export const APP = '11111111-1111-4111-8111-111111111111'
export const TENANT = '22222222-2222-4222-8222-222222222222'
export const PRACTITIONERS = Array.from({ length: 100 }, (_, n) => n)
export const accountOf = (n: number): string =>
  `aaaaaaaa-aaaa-4aaa-8aaa-${String(n).padStart(12, '0')}`
