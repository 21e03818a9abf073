using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.InstanceProfiles;

/// <summary>An instance profile with its role.</summary>
public sealed class GetInstanceProfile : IReadOperation<GetInstanceProfileRequest, GetInstanceProfileResult>
{
    /// <inheritdoc/>
    public GetInstanceProfileResult Run(GetInstanceProfileRequest request, ReadCall call) =>
        new() { InstanceProfile = Show.Of(call, ProfileRules.Get(call, request.InstanceProfileName)) };
}
