using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>Removes tags of a virtual MFA device.</summary>
public sealed class UntagMFADevice : IWriteOperation<UntagMFADeviceRequest, UntagMFADeviceResult>
{
    /// <inheritdoc/>
    public UntagMFADeviceResult Run(UntagMFADeviceRequest request, Call call)
    {
        var found = Devices.Get(call, request.SerialNumber!);
        call.Ours(Tables.Devices).Put(found with { Tags = TagRules.Without(found.Tags, request.TagKeys) });
        return new();
    }
}
