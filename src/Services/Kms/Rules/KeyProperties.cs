using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>
/// What conditions may ask of a key itself. Source: KMS Developer Guide, "AWS KMS condition keys" (kms:KeySpec,
/// kms:KeyUsage, kms:KeyOrigin, kms:MultiRegion, kms:MultiRegionKeyType, kms:ResourceAliases).
/// </summary>
internal static class KeyProperties
{
    /// <summary>The values of a condition key; null where it is about something else.</summary>
    public static IReadOnlyCollection<string>? Of(ReadCall call, KeyPlace place, string key) =>
        key.ToUpperInvariant() switch
        {
            "KMS:KEYSPEC" => [place.Key.Spec.ToWire()],
            "KMS:KEYUSAGE" => [place.Key.Usage.ToWire()],
            "KMS:KEYORIGIN" => [place.Key.Origin.ToWire()],
            "KMS:MULTIREGION" => [place.Key.PrimaryRegion is null ? "false" : "true"],
            "KMS:MULTIREGIONKEYTYPE" => place.Key.PrimaryRegion is null
                ? []
                : [(place.IsReplica ? MultiRegionKeyType.Replica : MultiRegionKeyType.Primary).ToWire()],
            "KMS:RESOURCEALIASES" => call.Read(Tables.Aliases, place.Scope)
                .By(Tables.AliasesByKey, place.Key.Id.Value).Select(alias => alias.Name.Value).ToList(),
            _ => null,
        };
}
