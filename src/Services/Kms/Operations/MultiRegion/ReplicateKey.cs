using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Services.Kms.Views;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.MultiRegion;

/// <summary>Makes a replica of a multi-Region key in another region.</summary>
public sealed class ReplicateKey : IWriteOperation<ReplicateKeyRequest, ReplicateKeyResult>
{
    /// <inheritdoc/>
    public ReplicateKeyResult Run(ReplicateKeyRequest request, Call call)
    {
        var place = KeyStates.Usable(Places.Managed(call, request.KeyId!, "ReplicateKey"));
        if (!place.IsPrimary) throw Errors.Unsupported($"{place.Arn} is not a multi-Region primary key.");
        var region = request.ReplicaRegion!;
        if (RegionCatalog.Find(region) is null) throw Errors.Validation($"Invalid ReplicaRegion {region}.");
        var scope = place.Scope with { Region = region };
        if (region == place.Scope.Region || call.Read(Tables.Keys, scope).Contains(place.Key.Id))
            throw Errors.Exists($"{Places.Arn(scope, place.Key.Id.Value)} already exists");
        var replica = new KeyPlace(scope, Replica(call, place, scope, request));
        Places.Put(call, replica, replica.Key);
        var rows = call.Write(Tables.Materials, scope);
        var isExternal = place.Key.Origin == OriginType.External;
        foreach (var material in Materials.All(call, place).Where(m => m.State != KeyMaterialState.PendingRotation))
            rows.Put(isExternal ? material with { Bytes = null, ValidTo = null } : material);
        Places.Put(call, place, place.Key with
        {
            Replicas = [.. place.Key.Replicas.Append(region).Order(StringComparer.Ordinal)],
        });
        return new()
        {
            ReplicaKeyMetadata = KeyViews.Of(call, replica),
            ReplicaPolicy = replica.Key.Policy,
            ReplicaTags = KeyViews.Tags(replica.Key.Tags),
        };
    }

    private static KeyRecord Replica(Call call, KeyPlace place, Scope scope, ReplicateKeyRequest request) => new()
    {
        Id = place.Key.Id,
        Spec = place.Key.Spec,
        Usage = place.Key.Usage,
        Origin = place.Key.Origin,
        Manager = KeyManagerType.Customer,
        Description = request.Description ?? "",
        CreatedAt = call.Now,
        State = place.Key.Origin == OriginType.External ? KeyState.PendingImport : KeyState.Enabled,
        Policy = request.Policy is { } policy
            ? KeyPolicies.Checked(call, policy, request.BypassPolicyLockoutSafetyCheck)
            : KeyPolicies.Default(scope),
        Tags = TagRules.With(new Dictionary<string, string>(), request.Tags),
        PrimaryRegion = place.Scope.Region,
    };
}
