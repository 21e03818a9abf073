using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// Finds and moves attachments. The two records of a peering, one on each side, move together; what else they hold
/// (tags, associations) is each side's own.
/// </summary>
internal static class TransitAttachments
{
    /// <summary>The attachment of a VPC, by its id as the caller wrote it.</summary>
    /// <exception cref="ServiceException">InvalidTransitGatewayAttachmentID.*.</exception>
    public static TransitGatewayAttachmentRecord GetVpc(ReadCall call, string id)
    {
        var attachment = TransitKinds.Attachment.Get(call, id);
        return attachment is { Vpc: not null, State: not Code.Deleted } ? attachment : throw new ServiceException(
            "InvalidTransitGatewayAttachmentID.NotFound",
            $"Transit Gateway VPC Attachment {id} was deleted or does not exist.");
    }

    /// <summary>The attachment of a VPC to a gateway, unless it is deleted, failed or rejected; or null.</summary>
    public static TransitGatewayAttachmentRecord? LivingOf(ReadCall call, VpcId vpc, TransitGatewayId gateway) =>
        call.Read(TransitTables.Attachments).By(TransitTables.LivingByResource, vpc.Value)
            .FirstOrDefault(a => a.TransitGatewayId == gateway);

    /// <summary>Moves an attachment to a state, a peering on both sides.</summary>
    public static TransitGatewayAttachmentRecord Move(
        Call call, TransitGatewayAttachmentRecord attachment, Code state)
    {
        foreach (var (scope, id) in Copies(call, attachment))
        {
            if (call.Read(TransitTables.Attachments, scope).Find(id) is { } copy)
            {
                call.Write(TransitTables.Attachments, scope).Put(Moved(copy, state));
            }
        }

        return Moved(attachment, state);
    }

    /// <summary>Where the records of an attachment are: one, or one on each side of a peering.</summary>
    public static IEnumerable<(Scope Scope, TransitGatewayAttachmentId Id)> Copies(
        ReadCall call, TransitGatewayAttachmentRecord attachment) => attachment.Peering is { } peering
        ? [At(peering.Requester), At(peering.Accepter)]
        : [(call.Scope, attachment.Id)];

    /// <summary>The scope of a side of a peering.</summary>
    public static Scope ScopeOf(TransitGatewaySideRecord side) => new(side.OwnerId, side.Region);

    /// <summary>Forgets an attachment and its tags.</summary>
    public static void Forget(Call call, TransitGatewayAttachmentRecord attachment)
    {
        call.Write(TransitTables.Attachments).Remove(attachment.Id);
        TagStore.Forget(call, attachment.Id.Value);
    }

    private static (Scope Scope, TransitGatewayAttachmentId Id) At(TransitGatewaySideRecord side) =>
        (ScopeOf(side), side.AttachmentId);

    // What is leaving announces nothing any more, and its association goes with it.
    private static TransitGatewayAttachmentRecord Moved(TransitGatewayAttachmentRecord attachment, Code state) =>
        state switch
        {
            Code.Deleting => attachment with
            {
                State = state,
                PropagatesTo = [],
                Association = attachment.Association is { } association
                    ? association with { State = TransitGatewayAssociationState.Disassociating }
                    : null,
            },
            Code.Deleted or Code.Rejected or Code.Failed => attachment with
            {
                State = state, PropagatesTo = [], Association = null,
            },
            _ => attachment with { State = state },
        };
}
