using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Grants;

/// <summary>Ends a grant, by who administers the key.</summary>
public sealed class RevokeGrant : IWriteOperation<RevokeGrantRequest, RevokeGrantResult>
{
    /// <inheritdoc/>
    public RevokeGrantResult Run(RevokeGrantRequest request, Call call)
    {
        var place = Places.Seen(call, request.KeyId!, "RevokeGrant");
        var grants = call.Write(Tables.Grants, place.Scope);
        if (grants.Find(new(request.GrantId!)) is not { } grant || grant.KeyId != place.Key.Id.Value)
            throw Errors.NotFound($"Grant ID {request.GrantId} not found");
        Errors.StopIfDry(request.DryRun);
        grants.Remove(grant.Id);
        return new();
    }
}
