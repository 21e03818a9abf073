using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Internet and egress-only internet gateways as the API writes them.</summary>
internal static class InternetGatewayView
{
    /// <summary>
    /// An internet gateway. Its attachment is "available" (EC2 API Reference, InternetGatewayAttachment).
    /// </summary>
    public static InternetGateway Of(InternetGatewayRecord gateway, ReadCall call) => new()
    {
        InternetGatewayId = gateway.Id.Value,
        OwnerId = call.Account,
        Attachments = gateway.VpcId is { } vpc ? [AttachmentTo(vpc, AttachmentStatus.Available)] : [],
        Tags = TagStore.View(call, gateway.Id.Value),
    };

    /// <summary>An egress-only internet gateway. It is made attached and stays so.</summary>
    public static EgressOnlyInternetGateway Of(EgressOnlyInternetGatewayRecord gateway, ReadCall call) => new()
    {
        EgressOnlyInternetGatewayId = gateway.Id.Value,
        Attachments = [AttachmentTo(gateway.VpcId, AttachmentStatus.Attached)],
        Tags = TagStore.View(call, gateway.Id.Value),
    };

    private static InternetGatewayAttachment AttachmentTo(VpcId vpc, AttachmentStatus state) =>
        new() { VpcId = vpc.Value, State = state };
}
