using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Views;

/// <summary>Keys as the API shows them.</summary>
internal static class KeyViews
{
    /// <summary>The metadata of a key.</summary>
    public static KeyMetadata Of(ReadCall call, KeyPlace place)
    {
        var (key, current) = (place.Key, Materials.Current(call, place));
        var isExternal = key.Origin == OriginType.External && current?.Bytes is not null;
        var isSigner = key.Usage == KeyUsageType.SignVerify;
        return new()
        {
            AWSAccountId = place.Scope.Account,
            KeyId = key.Id.Value,
            Arn = place.Arn,
            CreationDate = key.CreatedAt,
            Enabled = key.State == KeyState.Enabled,
            Description = key.Description,
            KeyUsage = key.Usage,
            KeyState = key.State,
            DeletionDate = key.DeletionAt,
            ValidTo = isExternal ? current!.ValidTo : null,
            Origin = key.Origin,
            ExpirationModel = isExternal ? Expires(current!) : null,
            KeyManager = key.Manager,
            CustomerMasterKeySpec = CustomerMasterKeySpecWire.Parse(key.Spec.ToWire()),
            KeySpec = key.Spec,
            EncryptionAlgorithms = KeySpecs.Encryption(key.Spec, key.Usage),
            SigningAlgorithms = isSigner ? KeySpecs.Signing(key.Spec, key.Usage) : null,
            MacAlgorithms = KeySpecs.Macs(key.Spec),
            MultiRegion = key.PrimaryRegion is not null,
            MultiRegionConfiguration = key.PrimaryRegion is null ? null : Related(call, place),
            PendingDeletionWindowInDays = key.State == KeyState.PendingReplicaDeletion ? key.WindowDays : null,
            CurrentKeyMaterialId = KeySpecs.IsSymmetric(key.Spec) ? current?.MaterialId : null,
        };
    }

    /// <summary>How long material is valid, as a word.</summary>
    public static ExpirationModelType Expires(MaterialRecord material) => material.ValidTo is null
        ? ExpirationModelType.KeyMaterialDoesNotExpire : ExpirationModelType.KeyMaterialExpires;

    /// <summary>A grant.</summary>
    public static GrantListEntry Of(KeyPlace place, GrantRecord grant) => new()
    {
        KeyId = place.Arn,
        GrantId = grant.Id.Value,
        Name = grant.Name ?? "",
        CreationDate = grant.CreatedAt,
        GranteePrincipal = grant.Grantee,
        RetiringPrincipal = grant.Retiring,
        IssuingAccount = $"arn:aws:iam::{grant.Issuer}:root",
        Operations = grant.Operations,
        Constraints = grant.Subset is null && grant.Exact is null ? null : new()
        {
            EncryptionContextSubset = grant.Subset, EncryptionContextEquals = grant.Exact,
        },
    };

    /// <summary>Tags.</summary>
    public static IReadOnlyList<Tag> Tags(IReadOnlyDictionary<string, string> tags) =>
        [.. tags.Select(t => new Tag { TagKey = t.Key, TagValue = t.Value })];

    private static MultiRegionConfiguration Related(ReadCall call, KeyPlace place)
    {
        var primary = Places.Primary(call, place);
        return new()
        {
            MultiRegionKeyType = place.IsReplica ? MultiRegionKeyType.Replica : MultiRegionKeyType.Primary,
            PrimaryKey = Entry(place, primary.Scope.Region),
            ReplicaKeys = [.. primary.Key.Replicas.Select(region => Entry(place, region))],
        };
    }

    private static MultiRegionKey Entry(KeyPlace place, string region) => new()
    {
        Arn = Places.Arn(place.Scope with { Region = region }, place.Key.Id.Value), Region = region,
    };
}
