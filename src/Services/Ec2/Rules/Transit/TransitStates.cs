using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// What may be done in which state. Source: EC2 API Reference (after the transit gateway enters the available state,
/// one can attach to it) and public logs of Terraform (IncorrectState: ... is in invalid state).
/// </summary>
internal static class TransitStates
{
    /// <summary>Whether an attachment is there, or on its way to be, or still leaving.</summary>
    public static bool IsAlive(TransitGatewayAttachmentRecord attachment) =>
        attachment.State is not (Code.Deleted or Code.Failed or Code.Rejected);

    /// <summary>Whether an attachment is a request that waits for an answer.</summary>
    public static bool IsRequest(TransitGatewayAttachmentRecord attachment) =>
        attachment.State is Code.InitiatingRequest or Code.PendingAcceptance;

    /// <summary>Whether an attachment carries packets.</summary>
    public static bool Carries(TransitGatewayAttachmentRecord attachment) =>
        attachment.State is Code.Available or Code.Modifying;

    /// <summary>Whether a gateway carries packets.</summary>
    public static bool Carries(TransitGatewayRecord gateway) =>
        gateway.State is TransitGatewayState.Available or TransitGatewayState.Modifying;

    /// <summary>The gateway of an id, which must be available.</summary>
    /// <exception cref="ServiceException">InvalidTransitGatewayID.*, IncorrectState.</exception>
    public static TransitGatewayRecord AvailableGateway(ReadCall call, string id)
    {
        var gateway = TransitKinds.Gateway.Get(call, id);
        return gateway.State switch
        {
            TransitGatewayState.Available => gateway,
            TransitGatewayState.Deleted => throw TransitKinds.Gateway.NotFound(id),
            _ => throw Invalid(id),
        };
    }

    /// <summary>The attachment of an id, which must be available.</summary>
    /// <exception cref="ServiceException">InvalidTransitGatewayAttachmentID.*, IncorrectState.</exception>
    public static TransitGatewayAttachmentRecord AvailableAttachment(ReadCall call, string id)
    {
        var attachment = TransitKinds.Attachment.Get(call, id);
        return attachment.State switch
        {
            Code.Available => attachment,
            Code.Deleted => throw TransitKinds.Attachment.NotFound(id),
            _ => throw Invalid(id),
        };
    }

    /// <summary>The route table of an id, which must be available.</summary>
    /// <exception cref="ServiceException">InvalidRouteTableID.*, IncorrectState.</exception>
    public static TransitGatewayRouteTableRecord AvailableTable(ReadCall call, string id)
    {
        var table = TransitKinds.RouteTable.Get(call, id);
        return table.State switch
        {
            TransitGatewayRouteTableState.Available => table,
            TransitGatewayRouteTableState.Deleted => throw TransitKinds.RouteTable.NotFound(id),
            _ => throw Invalid(id),
        };
    }

    /// <summary>IncorrectState: the resource is on its way to another state.</summary>
    public static ServiceException Invalid(string id) => Errors.IncorrectState($"{id} is in invalid state");
}
