using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>The devices of a user.</summary>
public sealed class ListMFADevices : IReadOperation<ListMFADevicesRequest, ListMFADevicesResult>
{
    /// <inheritdoc/>
    public ListMFADevicesResult Run(ListMFADevicesRequest request, ReadCall call)
    {
        var owner = Devices.OwnerOf(call, request.UserName);
        var page = Page.Of(Devices.Of(call, owner), d => d.Serial.Value, request.Marker, request.MaxItems);
        return new()
        {
            MFADevices = page.Of(d => Devices.Show(call, d)).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
