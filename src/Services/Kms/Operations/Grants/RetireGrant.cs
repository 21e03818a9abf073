using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Kms.Records;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Grants;

/// <summary>Ends a grant, by its token or id.</summary>
public sealed class RetireGrant : IWriteOperation<RetireGrantRequest, RetireGrantResult>
{
    /// <inheritdoc/>
    public RetireGrantResult Run(RetireGrantRequest request, Call call)
    {
        var (scope, grant) = Find(call, request);
        var place = Places.Of(call, Places.Arn(scope, grant.KeyId));
        if (call.Account != grant.Issuer && !GrantRules.MayRetire(call, call.Caller, grant))
            KeyAccess.Check(call, place, "RetireGrant", KeyAsk.None);
        Errors.StopIfDry(request.DryRun);
        call.Write(Tables.Grants, scope).Remove(grant.Id);
        return new();
    }

    private static (Scope Scope, GrantRecord Grant) Find(ReadCall call, RetireGrantRequest request)
    {
        if (request.GrantToken is { } token)
        {
            if (request.KeyId is not null || request.GrantId is not null)
                throw Errors.Validation("Specify either a grant token, or a grant ID and key ID.");
            foreach (var scope in call.Scopes.Where(s => s.Region == call.Region))
            {
                if (call.Read(Tables.Grants, scope).By(Tables.GrantsByToken, token).FirstOrDefault() is { } found)
                    return (scope, found);
            }

            throw Errors.GrantToken();
        }

        if (request.KeyId is null || request.GrantId is null)
            throw Errors.Validation("Specify either a grant token, or a grant ID and key ID.");
        var place = Places.Of(call, request.KeyId);
        return call.Read(Tables.Grants, place.Scope).Find(new(request.GrantId)) is { } grant
            && grant.KeyId == place.Key.Id.Value
                ? (place.Scope, grant)
                : throw Errors.NotFound($"Grant ID {request.GrantId} not found");
    }
}
