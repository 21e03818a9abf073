using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>The tags of a virtual MFA device.</summary>
public sealed class ListMFADeviceTags : IReadOperation<ListMFADeviceTagsRequest, ListMFADeviceTagsResult>
{
    /// <inheritdoc/>
    public ListMFADeviceTagsResult Run(ListMFADeviceTagsRequest request, ReadCall call)
    {
        var tags = Devices.Get(call, request.SerialNumber!).Tags;
        var page = Page.InOrder(TagRules.List(tags), request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
