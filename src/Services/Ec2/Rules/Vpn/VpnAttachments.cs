using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Vpn;

/// <summary>
/// Attachments of VPN connections to transit gateways: they come and go with the connection, and nothing else makes or
/// deletes them. Source: Transit Gateway guide, "AWS Site-to-Site VPN attachments".
/// </summary>
internal static class VpnAttachments
{
    /// <summary>Begins to attach a connection that ends at a transit gateway.</summary>
    /// <exception cref="ServiceException">The gateway has as many attachments as it may have.</exception>
    public static void Begin(Call call, VpnConnectionRecord connection)
    {
        if (connection.TransitGatewayId is not { } gateway)
        {
            return;
        }

        TransitLimits.CheckAttachments(call, gateway);
        TransitAttachmentLoop.Begin(call, new()
        {
            Id = call.NewId<TransitGatewayAttachmentId>(),
            TransitGatewayId = gateway,
            ResourceType = TransitGatewayAttachmentResourceType.Vpn,
            ResourceId = connection.Id.Value,
            ResourceOwnerId = call.Account,
            TransitGatewayOwnerId = call.Account,
            State = TransitGatewayAttachmentState.Pending,
            CreatedAt = call.Now,
        });
    }

    /// <summary>Begins to detach a connection; static routes to its attachment stay, as blackholes.</summary>
    public static void End(Call call, VpnConnectionRecord connection)
    {
        foreach (var attachment in Of(call, connection).ToList())
        {
            TransitAttachmentLoop.End(call, attachment);
        }
    }

    private static IEnumerable<TransitGatewayAttachmentRecord> Of(ReadCall call, VpnConnectionRecord connection) =>
        call.Read(TransitTables.Attachments).By(TransitTables.LivingByResource, connection.Id.Value)
            .Where(a => a.State != TransitGatewayAttachmentState.Deleting);
}
