import { z } from 'zod'

const text = (most: number) => z.string().min(1).max(most)
const https = z
  .url({ protocol: /^https$/, message: 'is not an address that begins with https://' })
  .max(2048, 'is longer than 2048 characters')
const guid = z.guid('is not an id of the form 00000000-0000-0000-0000-000000000000')
const icon = z
  .string()
  .max(2048)
  .regex(/^(?!\/)[^:\\]+\.png$/, 'is not the path of a PNG inside the package')

const command = z.strictObject({ title: text(32), description: text(128) })

/**
 * As much of Microsoft's schema of a Teams app, version 1.29, as a bot of a personal chat needs,
 * with its limits. What we do not use is refused, so that nothing of it comes in unseen.
 */
export const manifest = z.strictObject({
  $schema: z.literal(
    'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
  ),
  manifestVersion: z.literal('1.29'),
  version: z
    .string()
    .max(256)
    .regex(/^\d+\.\d+\.\d+$/, 'is not a version like 1.0.0'),
  id: guid,
  developer: z.strictObject({
    ...{ name: text(32), websiteUrl: https, privacyUrl: https, termsOfUseUrl: https },
  }),
  name: z.strictObject({ short: text(30), full: text(100) }),
  description: z.strictObject({ short: text(80), full: text(4000) }),
  icons: z.strictObject({ color: icon, outline: icon }),
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/i, 'is not a colour like #0b5c5c'),
  bots: z
    .array(
      z.strictObject({
        botId: guid,
        // In a group, the other members would see the cards.
        scopes: z.tuple([z.literal('personal')]),
        ...{ supportsFiles: z.literal(false), isNotificationOnly: z.literal(false) },
        commandLists: z
          .array(
            z.strictObject({
              scopes: z.tuple([z.literal('personal')]),
              commands: z.array(command).min(1).max(10),
            }),
          )
          .max(3),
      }),
    )
    .length(1),
  defaultInstallScope: z.literal('personal'),
  // A bot without pages of its own in Teams needs neither.
  ...{ permissions: z.tuple([]), validDomains: z.tuple([]) },
})

export type Manifest = z.infer<typeof manifest>
