using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Grants;

/// <summary>Allows a principal some uses of a key.</summary>
public sealed class CreateGrant : IWriteOperation<CreateGrantRequest, CreateGrantResult>
{
    /// <inheritdoc/>
    public CreateGrantResult Run(CreateGrantRequest request, Call call)
    {
        var place = Places.Seen(call, request.KeyId!, "CreateGrant");
        KeyAccess.Check(call, place, "CreateGrant", new(null, request.GrantTokens));
        KeyStates.Usable(place);
        var (subset, exact) = (
            request.Constraints?.EncryptionContextSubset, request.Constraints?.EncryptionContextEquals);
        if (request.Operations is not { Count: > 0 } operations)
            throw Errors.Validation("Operations must not be empty.");
        GrantRules.CheckOperations(place.Key, operations, subset is not null || exact is not null);
        GrantRules.CheckPrincipals(call, place, request.GranteePrincipal!, request.RetiringPrincipal);
        var grants = call.Write(Tables.Grants, place.Scope);
        var wanted = new GrantRecord
        {
            Id = new(Convert.ToHexStringLower(Materials.Chance(call, 32))),
            KeyId = place.Key.Id.Value,
            Token = Convert.ToBase64String(Materials.Chance(call, 96)),
            Name = request.Name,
            Grantee = request.GranteePrincipal!,
            Retiring = request.RetiringPrincipal,
            Issuer = call.Account,
            Operations = [.. operations.Distinct().Order()],
            Subset = subset,
            Exact = exact,
            CreatedAt = call.Now,
        };
        var same = request.Name is null ? null : grants.By(Tables.GrantsByKey, wanted.KeyId)
            .FirstOrDefault(old => IsSame(old, wanted));
        call.Hold(KmsQuotas.Grants, grants.CountBy(Tables.GrantsByKey, wanted.KeyId), limit =>
            Errors.Limit($"A KMS key can have up to {limit} grants."));
        Errors.StopIfDry(request.DryRun);
        if (same is null) grants.Put(wanted);
        return new() { GrantToken = (same ?? wanted).Token, GrantId = (same ?? wanted).Id.Value };
    }

    private static bool IsSame(GrantRecord old, GrantRecord wanted) =>
        old.Name == wanted.Name && old.Grantee == wanted.Grantee && old.Retiring == wanted.Retiring
        && old.Operations.SequenceEqual(wanted.Operations) && IsSame(old.Subset, wanted.Subset)
        && IsSame(old.Exact, wanted.Exact);

    private static bool IsSame(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var v) && v == p.Value);
}
