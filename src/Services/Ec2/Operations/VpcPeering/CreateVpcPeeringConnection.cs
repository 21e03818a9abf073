using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Peering;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Operations.VpcPeering;

/// <summary>
/// Asks for a peering connection with another VPC, maybe of another region or account. A request that can never work
/// (unknown VPC, overlapping blocks) is made and fails, as AWS documents it.
/// </summary>
public sealed class CreateVpcPeeringConnection
    : IWriteOperation<CreateVpcPeeringConnectionRequest, CreateVpcPeeringConnectionResult>
{
    /// <inheritdoc/>
    public CreateVpcPeeringConnectionResult Run(CreateVpcPeeringConnectionRequest request, Call call)
    {
        var requester = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var peer = request.PeerVpcId ?? throw Errors.Missing("peerVpcId");
        Ec2Kinds.Vpc.CheckForm(peer);
        var peerScope = new Scope(request.PeerOwnerId ?? call.Account, request.PeerRegion ?? call.Region);
        var accepter = PeeringRules.FindVpc(call, peerScope, new VpcId(peer));
        if (accepter is null && peerScope == call.Scope)
        {
            throw Ec2Kinds.Vpc.NotFound(peer);
        }

        PeeringRules.CheckNew(call, requester.Id, new VpcId(peer));
        PeeringRules.CheckOutstanding(call);
        var failure = PeeringRules.FailureOf(requester, accepter);
        var peering = new VpcPeeringConnectionRecord
        {
            Id = call.NewId<VpcPeeringConnectionId>(),
            Requester = SideOf(call.Scope, requester),
            Accepter = accepter is null ? Unknown(peerScope, peer) : SideOf(peerScope, accepter),
            State = failure is null ? Code.InitiatingRequest : Code.Failed,
            StateMessage = failure ?? $"Initiating Request to {peerScope.Account}",
            CreatedAt = call.Now,
            ExpiresAt = failure is null ? PeeringLoop.ExpiryOf(call) : null,
        };
        PeeringStore.Put(call, peering);
        TagStore.PutNew(call, Ec2Kinds.VpcPeeringConnection, peering.Id.Value, request.TagSpecifications);
        if (failure is null)
        {
            PeeringLoop.Begin(call, peering);
        }
        else
        {
            PeeringLoop.Bury(call, peering);
        }

        return new() { VpcPeeringConnection = PeeringView.Of(peering, call) };
    }

    private static PeeringSide SideOf(Scope scope, VpcRecord vpc) => new()
    {
        OwnerId = scope.Account,
        Region = scope.Region,
        VpcId = vpc.Id,
        Cidrs = [.. vpc.Cidrs.Select(c => c.Cidr)],
        Ipv6Cidrs = [.. vpc.Ipv6Cidrs.Select(c => c.Cidr)],
    };

    private static PeeringSide Unknown(Scope scope, string vpc) =>
        new() { OwnerId = scope.Account, Region = scope.Region, VpcId = new VpcId(vpc) };
}
