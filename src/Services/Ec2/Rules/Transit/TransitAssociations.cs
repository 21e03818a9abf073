using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// Associations and propagations between attachments and route tables. Source: EC2 API Reference,
/// AssociateTransitGatewayRouteTable (one table an attachment), TransitGatewayOptions (what happens by default).
/// </summary>
internal static class TransitAssociations
{
    /// <summary>
    /// Gives an attachment that has become available what its gateway gives by default. A peering learns no routes,
    /// so that it propagates none.
    /// </summary>
    public static TransitGatewayAttachmentRecord WithDefaults(
        Call call, TransitGatewayAttachmentRecord attachment, Scope scope)
    {
        if (call.Read(TransitTables.Gateways, scope).Find(attachment.TransitGatewayId) is not { } gateway)
        {
            return attachment;
        }

        if (attachment.Association is null && gateway.AssociationTableId is { } table)
        {
            attachment = Begin(call, attachment, table, scope);
        }

        return gateway.PropagationTableId is { } learns && attachment.Peering is null
            && !attachment.PropagatesTo.Contains(learns)
            ? attachment with { PropagatesTo = attachment.PropagatesTo.Add(learns) }
            : attachment;
    }

    /// <summary>The attachment with an association that is on its way; the caller puts it.</summary>
    public static TransitGatewayAttachmentRecord Begin(
        Call call,
        TransitGatewayAttachmentRecord attachment,
        TransitGatewayRouteTableId table,
        Scope? scope = null)
    {
        TransitAssociationLoop.Begin(call, attachment.Id, scope);
        return attachment with
        {
            Association = new() { RouteTableId = table, State = TransitGatewayAssociationState.Associating },
        };
    }

    /// <summary>Refuses route table announcements, which belong to policy tables.</summary>
    /// <exception cref="Orrery.Core.ServiceException">UnsupportedOperation.</exception>
    public static void RefuseAnnouncement(string? announcement)
    {
        if (announcement is not null)
        {
            throw Errors.NotServed("route table announcements (TransitGatewayRouteTableAnnouncementId)");
        }
    }
}
