using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Sharing;

/// <summary>
/// Transit gateways of other accounts. Source: Transit Gateway guide, "Share a transit gateway": an account that has it
/// shared sees it and attaches VPCs to it; its route tables stay the owner's; attachments stay when it is unshared.
/// </summary>
internal static class SharedGateways
{
    /// <summary>Those that others share with the caller's account.</summary>
    public static IEnumerable<TransitGatewayRecord> All(ReadCall call) =>
        from shared in SharedIds.Of(call, SharedIds.TransitGateway)
        let gateway = call.Read(TransitTables.Gateways, shared.Owner).Find(new TransitGatewayId(shared.Id))
        where gateway is not null
        select gateway with { OwnerId = shared.Owner.Account };

    /// <summary>An available gateway that the caller may attach to: its own, or one that is shared with it.</summary>
    /// <exception cref="ServiceException">InvalidTransitGatewayID.*, IncorrectState.</exception>
    public static TransitGatewayRecord Attachable(ReadCall call, string id)
    {
        TransitKinds.Gateway.CheckForm(id);
        var shared = call.Read(TransitTables.Gateways).Contains(new TransitGatewayId(id))
            ? null
            : All(call).FirstOrDefault(g => g.Id.Value == id);
        return shared switch
        {
            null => TransitStates.AvailableGateway(call, id) with { OwnerId = call.Account },
            { State: TransitGatewayState.Available } => shared,
            { State: TransitGatewayState.Deleted } => throw TransitKinds.Gateway.NotFound(id),
            _ => throw TransitStates.Invalid(id),
        };
    }

    /// <summary>The gateway that something is attached to, whoever owns it and whether it is still shared.</summary>
    public static TransitGatewayRecord? Of(ReadCall call, TransitGatewayAttachmentRecord attachment) =>
        call.Read(TransitTables.Gateways, new Scope(attachment.TransitGatewayOwnerId, call.Region))
            .Find(attachment.TransitGatewayId);
}
