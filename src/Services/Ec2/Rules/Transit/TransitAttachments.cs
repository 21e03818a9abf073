using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
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

    /// <summary>A request to attach a VPC that the caller, who owns the gateway, may answer.</summary>
    /// <exception cref="ServiceException">
    /// InvalidTransitGatewayAttachmentID.*, IncorrectState; InvalidParameterValue for who asked (as of peerings).
    /// </exception>
    public static TransitGatewayAttachmentRecord ToAnswer(ReadCall call, string id, string verb)
    {
        var attachment = GetVpc(call, id);
        if (attachment.TransitGatewayOwnerId != call.Account)
        {
            throw Errors.InvalidParameterValue($"Cannot {verb} {id} as the owner of the VPC.");
        }

        return attachment.State == Code.PendingAcceptance ? attachment : throw TransitStates.Invalid(id);
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

    /// <summary>
    /// Where the records of an attachment are: one, or one on each side of a peering, or one each for the owner of a
    /// VPC and the owner of the gateway.
    /// </summary>
    public static IEnumerable<(Scope Scope, TransitGatewayAttachmentId Id)> Copies(
        ReadCall call, TransitGatewayAttachmentRecord attachment) => attachment switch
        {
            { Peering: { } peering } => [At(peering.Requester), At(peering.Accepter)],
            _ when IsForeign(attachment) =>
            [
                (HomeOf(call, attachment), attachment.Id),
                (new(attachment.TransitGatewayOwnerId, call.Region), attachment.Id),
            ],
            _ => [(call.Scope, attachment.Id)],
        };

    /// <summary>Whether a VPC is attached to the gateway of another account.</summary>
    public static bool IsForeign(TransitGatewayAttachmentRecord attachment) =>
        attachment.Vpc is not null && attachment.ResourceOwnerId != attachment.TransitGatewayOwnerId;

    /// <summary>The scope in which an attachment has its interfaces and its timers: that of its VPC.</summary>
    public static Scope HomeOf(ReadCall call, TransitGatewayAttachmentRecord attachment) =>
        IsForeign(attachment) ? new(attachment.ResourceOwnerId, call.Region) : call.Scope;

    /// <summary>Puts the attachment of a VPC, new or changed, wherever its records are.</summary>
    public static void PutVpc(Call call, TransitGatewayAttachmentRecord attachment)
    {
        foreach (var (scope, id) in Copies(call, attachment))
        {
            var table = call.Write(TransitTables.Attachments, scope);
            table.Put(table.Find(id) is { } copy
                ? copy with { State = attachment.State, Vpc = attachment.Vpc }
                : attachment);
        }
    }

    /// <summary>
    /// Whether a gateway joins two VPCs, of one account or two, so that rules of one may name groups of the other: both
    /// attachments and the gateway support it. Source: Transit Gateway guide, "Security group referencing".
    /// </summary>
    public static bool JoinsGroups(ReadCall call, VpcId one, (Scope Scope, VpcId Id) other) =>
        Shared(call, (call.Scope, one), other).Any(pair =>
            Refers(pair.One) && Refers(pair.Other)
            && SharedGateways.Of(call, pair.One)?.SecurityGroupReferencingSupport
                == SecurityGroupReferencingSupportValue.Enable);

    /// <summary>The attachments by which two VPCs are attached to one gateway, both carrying packets.</summary>
    public static IEnumerable<(TransitGatewayAttachmentRecord One, TransitGatewayAttachmentRecord Other)> Shared(
        ReadCall call, (Scope Scope, VpcId Id) one, (Scope Scope, VpcId Id) other) =>
        from first in call.Read(TransitTables.Attachments, one.Scope).By(TransitTables.LivingByResource, one.Id.Value)
        from second in call.Read(TransitTables.Attachments, other.Scope)
            .By(TransitTables.LivingByResource, other.Id.Value)
        where first.TransitGatewayId == second.TransitGatewayId
            && TransitStates.Carries(first) && TransitStates.Carries(second)
        select (first, second);

    private static bool Refers(TransitGatewayAttachmentRecord attachment) =>
        attachment.Vpc?.SecurityGroupReferencingSupport == SecurityGroupReferencingSupportValue.Enable;

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
