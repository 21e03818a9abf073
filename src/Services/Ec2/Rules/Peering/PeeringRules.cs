using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules.Peering;

/// <summary>
/// Which peering connections may come to be, and who may do what with them. Sources: VPC Peering Guide, "VPC peering
/// connection lifecycle" and "limitations"; EC2 API Reference; Amazon VPC quotas.
/// </summary>
internal static class PeeringRules
{
    private const string FailedMessage =
        "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range";

    /// <summary>
    /// Why the two VPCs can never be peered, or null. Such a request is made all the same, and fails.
    /// </summary>
    public static string? FailureOf(VpcRecord requester, VpcRecord? accepter) =>
        accepter is null || accepter.Id == requester.Id
        || Overlap(requester.Cidrs, accepter.Cidrs)
        || Overlap(requester.Ipv6Cidrs, accepter.Ipv6Cidrs)
            ? FailedMessage
            : null;

    /// <summary>Refuses a second living connection between two VPCs.</summary>
    /// <exception cref="ServiceException">VpcPeeringConnectionAlreadyExists.</exception>
    public static void CheckNew(ReadCall call, VpcId one, VpcId other)
    {
        var twin = call.Read(Tables.VpcPeeringConnections).By(Tables.PeeringsByVpc, one.Value)
            .FirstOrDefault(p => IsAlive(p.State) && (p.Requester.VpcId == other || p.Accepter.VpcId == other));
        if (twin is not null)
        {
            throw new ServiceException(
                "VpcPeeringConnectionAlreadyExists",
                $"A VPC peering connection ({twin.Id}) between VPCs '{one}' and '{other}' already exists.");
        }
    }

    /// <summary>Refuses more outstanding requests than a VPC's account may have.</summary>
    /// <exception cref="ServiceException">OutstandingVpcPeeringConnectionLimitExceeded.</exception>
    public static void CheckOutstanding(ReadCall call)
    {
        var outstanding = call.Read(Tables.VpcPeeringConnections).All().Count(p =>
            p.Requester.OwnerId == call.Account && p.State is Code.InitiatingRequest or Code.PendingAcceptance);
        if (outstanding >= call.LimitOf(VpcQuotas.OutstandingPeerings))
        {
            throw new ServiceException(
                "OutstandingVpcPeeringConnectionLimitExceeded",
                "The maximum number of outstanding VPC peering connection requests has been reached.");
        }
    }

    /// <summary>Refuses to activate more connections than a VPC may have.</summary>
    /// <exception cref="ServiceException">ActiveVpcPeeringConnectionPerVpcLimitExceeded.</exception>
    public static void CheckActive(ReadCall call, VpcPeeringConnectionRecord peering)
    {
        foreach (var side in new[] { peering.Requester, peering.Accepter })
        {
            var active = call.Read(Tables.VpcPeeringConnections, PeeringStore.ScopeOf(side))
                .By(Tables.PeeringsByVpc, side.VpcId.Value)
                .Count(p => p.State is Code.Active or Code.Provisioning);
            if (active >= call.LimitOf(VpcQuotas.ActivePeerings))
            {
                throw new ServiceException(
                    "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
                    $"The maximum number of active VPC peering connections has been reached for VPC '{side.VpcId}'.");
            }
        }
    }

    /// <summary>Refuses an answer from anyone but the accepter, in the accepter's region.</summary>
    /// <param name="verb">accepted or rejected.</param>
    /// <exception cref="ServiceException">OperationNotPermitted, InvalidStateTransition.</exception>
    public static void CheckAnswer(ReadCall call, VpcPeeringConnectionRecord peering, string verb)
    {
        if (call.Account != peering.Accepter.OwnerId)
        {
            throw Errors.OperationNotPermitted(
                $"User {call.Account} is not allowed: {peering.Id} must be {verb} by {peering.Accepter.OwnerId}");
        }

        if (call.Region != peering.Accepter.Region)
        {
            throw Errors.OperationNotPermitted(
                $"Incorrect region ({call.Region}) specified for this request. VPC peering connection {peering.Id}"
                + $" must be {verb} in region {peering.Accepter.Region}");
        }

        if (peering.State != Code.PendingAcceptance)
        {
            throw InvalidState(peering, verb);
        }
    }

    /// <summary>The refusal of a change that the state does not allow.</summary>
    public static ServiceException InvalidState(VpcPeeringConnectionRecord peering, string verb) => new(
        "InvalidStateTransition",
        $"Invalid state transition for {peering.Id}, attempted to be {verb} while it is "
        + $"{PeeringView.NameOf(peering.State)}");

    /// <summary>The VPC of a scope, or null where scope or VPC does not exist.</summary>
    public static VpcRecord? FindVpc(ReadCall call, Scope scope, VpcId id) => call.Read(Tables.Vpcs, scope).Find(id);

    /// <summary>Whether a connection is on its way to carry packets, or carries them.</summary>
    public static bool IsAlive(Code state) =>
        state is Code.InitiatingRequest or Code.PendingAcceptance or Code.Provisioning or Code.Active;

    private static bool Overlap(IEnumerable<VpcCidrRecord> ours, IReadOnlyCollection<VpcCidrRecord> theirs) =>
        ours.Any(a => theirs.Any(b => a.Cidr.Overlaps(b.Cidr)));
}
