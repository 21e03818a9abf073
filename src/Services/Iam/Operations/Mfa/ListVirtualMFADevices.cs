using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Mfa;

/// <summary>The virtual MFA devices of the account: all, those that somebody has, or the others.</summary>
public sealed class ListVirtualMFADevices : IReadOperation<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResult>
{
    /// <inheritdoc/>
    public ListVirtualMFADevicesResult Run(ListVirtualMFADevicesRequest request, ReadCall call)
    {
        var devices = call.Mine(Tables.Devices).All().Where(d => request.AssignmentStatus switch
        {
            AssignmentStatusType.Assigned => d.User is not null,
            AssignmentStatusType.Unassigned => d.User is null,
            _ => true,
        });
        var page = Page.Of(devices, d => d.Serial.Value, request.Marker, request.MaxItems);
        return new()
        {
            VirtualMFADevices = page.Of(d => Devices.ShowVirtual(call, d)).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
