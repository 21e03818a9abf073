using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A virtual private gateway as the API writes it.</summary>
internal static class VpnGatewayView
{
    /// <summary>The gateway with its attachment and tags.</summary>
    public static VpnGateway Of(VpnGatewayRecord gateway, ReadCall call) => new()
    {
        VpnGatewayId = gateway.Id.Value,
        AmazonSideAsn = gateway.AmazonSideAsn,
        AvailabilityZone = gateway.AvailabilityZone,
        State = gateway.DeletedAt is null ? VpnState.Available : VpnState.Deleted,
        Type = GatewayType.Ipsec1,
        VpcAttachments = gateway.VpcId is { } vpc ? [AttachmentTo(vpc)] : [],
        Tags = TagStore.View(call, gateway.Id.Value),
    };

    /// <summary>An attachment that is there; one that ended is gone.</summary>
    public static VpcAttachment AttachmentTo(VpcId vpc) =>
        new() { VpcId = vpc.Value, State = AttachmentStatus.Attached };
}
