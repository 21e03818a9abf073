using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>Adds tags to a virtual MFA device, or changes them.</summary>
public sealed class TagMFADevice : IWriteOperation<TagMFADeviceRequest, TagMFADeviceResult>
{
    /// <inheritdoc/>
    public TagMFADeviceResult Run(TagMFADeviceRequest request, Call call)
    {
        var found = Devices.Get(call, request.SerialNumber!);
        call.Ours(Tables.Devices).Put(found with { Tags = TagRules.Merge(found.Tags, request.Tags) });
        return new();
    }
}
