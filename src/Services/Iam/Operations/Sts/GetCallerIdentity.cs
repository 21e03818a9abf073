using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>Tells who calls. Needs no permission.</summary>
public sealed class GetCallerIdentity : IReadOperation<GetCallerIdentityRequest, GetCallerIdentityResult>
{
    /// <inheritdoc/>
    public GetCallerIdentityResult Run(GetCallerIdentityRequest request, ReadCall call) =>
        new() { Account = call.Caller.Account, Arn = call.Caller.Arn, UserId = call.Caller.UserId };
}
