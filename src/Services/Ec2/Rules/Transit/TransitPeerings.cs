using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>
/// Which peerings of transit gateways may come to be, and who may answer. Sources: EC2 API Reference,
/// CreateTransitGatewayPeeringAttachment; Transit Gateway guide, "Accept or reject a peering attachment request" (by
/// the accepter, in its region, also within one account) and quotas (one peering between two gateways).
/// </summary>
internal static class TransitPeerings
{
    /// <summary>The peering of an id as the caller sees it.</summary>
    /// <exception cref="ServiceException">InvalidTransitGatewayAttachmentID.*.</exception>
    public static TransitGatewayAttachmentRecord Get(ReadCall call, string id)
    {
        var attachment = TransitKinds.Attachment.Get(call, id);
        return attachment is { Peering: not null, State: not Code.Deleted }
            ? attachment
            : throw TransitKinds.Attachment.NotFound(id);
    }

    /// <summary>Where the other gateway of a request is.</summary>
    /// <exception cref="ServiceException">
    /// InvalidTransitGatewayID.Malformed; InvalidParameterValue for an unknown region (guessed).
    /// </exception>
    public static Scope ScopeOf(CreateTransitGatewayPeeringAttachmentRequest request)
    {
        TransitKinds.Gateway.CheckForm(request.PeerTransitGatewayId!);
        return RegionCatalog.Find(request.PeerRegion!) is null
            ? throw Errors.InvalidParameterValue($"Value ({request.PeerRegion}) for parameter PeerRegion is invalid.")
            : new(request.PeerAccountId!, request.PeerRegion!);
    }

    /// <summary>Refuses a gateway as its own peer, and a second peering between two.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, DuplicateTransitGatewayAttachment (both guessed).
    /// </exception>
    public static void CheckNew(ReadCall call, TransitGatewayRecord gateway, string peer)
    {
        if (gateway.Id.Value == peer)
        {
            throw Errors.InvalidParameterValue($"The transit gateway {peer} cannot be peered with itself.");
        }

        if (call.Read(TransitTables.Attachments).By(TransitTables.LivingByResource, peer)
            .Any(a => a.TransitGatewayId == gateway.Id))
        {
            throw new ServiceException(
                "DuplicateTransitGatewayAttachment",
                $"{gateway.Id} has non-deleted Transit Gateway Peering Attachments with same peer {peer}.");
        }
    }

    /// <summary>
    /// A request arrives: the other gateway is there and the request waits for its answer, or there is none and the
    /// request has failed.
    /// </summary>
    /// <returns>Whether it arrived.</returns>
    public static bool Reach(Call call, TransitGatewayAttachmentRecord request)
    {
        var peering = request.Peering!;
        var scope = TransitAttachments.ScopeOf(peering.Accepter);
        var peer = call.Read(TransitTables.Gateways, scope).Find(peering.Accepter.TransitGatewayId);
        if (peer is null || !TransitStates.Carries(peer))
        {
            call.Write(TransitTables.Attachments).Put(request with
            {
                State = Code.Failed,
                Peering = peering with
                {
                    StatusMessage = $"The transit gateway {peering.Accepter.TransitGatewayId} is not available.",
                },
            });
            return false;
        }

        call.Write(TransitTables.Attachments).Put(request with { State = Code.PendingAcceptance });
        call.Write(TransitTables.Attachments, scope).Put(request with
        {
            Id = peering.Accepter.AttachmentId,
            TransitGatewayId = peer.Id,
            ResourceId = peering.Requester.TransitGatewayId.Value,
            ResourceOwnerId = peering.Requester.OwnerId,
            TransitGatewayOwnerId = peering.Accepter.OwnerId,
            State = Code.PendingAcceptance,
        });
        return true;
    }

    /// <summary>The request of an id, which the caller may answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The id, of either side where both are here.</param>
    /// <param name="verb">accept or reject.</param>
    /// <exception cref="ServiceException">
    /// InvalidTransitGatewayAttachmentID.*, IncorrectState; InvalidParameterValue for who asked (wording: moto).
    /// </exception>
    public static TransitGatewayAttachmentRecord ToAnswer(ReadCall call, string id, string verb)
    {
        var attachment = Get(call, id);
        if (TransitAttachments.ScopeOf(attachment.Peering!.Accepter) != call.Scope)
        {
            throw Errors.InvalidParameterValue($"Cannot {verb} {id} as the source of the peering request.");
        }

        return attachment.State == Code.PendingAcceptance ? attachment : throw TransitStates.Invalid(id);
    }

    /// <summary>
    /// Whether it is the record that stands for its peering in a list: of two in one account and region, the
    /// requester's.
    /// </summary>
    public static bool Represents(TransitGatewayAttachmentRecord attachment) =>
        attachment.Peering is { } peering
        && (peering.Requester.AttachmentId == attachment.Id
            || TransitAttachments.ScopeOf(peering.Requester) != TransitAttachments.ScopeOf(peering.Accepter));
}
