using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;
using Code = Orrery.Wire.Generated.Ec2.VpcPeeringConnectionStateReasonCode;

namespace Orrery.Services.Ec2.Rules.Peering;

/// <summary>A peering connection as the API writes it.</summary>
internal static class PeeringView
{
    /// <summary>The connection with the caller's tags.</summary>
    public static VpcPeeringConnection Of(VpcPeeringConnectionRecord peering, ReadCall call) => new()
    {
        VpcPeeringConnectionId = peering.Id.Value,
        RequesterVpcInfo = SideOf(peering.Requester, peering.State),
        AccepterVpcInfo = SideOf(peering.Accepter, peering.State),
        Status = new() { Code = peering.State, Message = peering.StateMessage },
        ExpirationTime = peering.ExpiresAt,
        Tags = TagStore.View(call, peering.Id.Value),
    };

    /// <summary>The state as AWS writes it.</summary>
    public static string NameOf(Code state) => state switch
    {
        Code.InitiatingRequest => "initiating-request",
        Code.PendingAcceptance => "pending-acceptance",
        Code.Active => "active",
        Code.Deleted => "deleted",
        Code.Rejected => "rejected",
        Code.Failed => "failed",
        Code.Expired => "expired",
        Code.Provisioning => "provisioning",
        Code.Deleting => "deleting",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    // Blocks and options of a side are told once the connection is there ("active"); before, only who it is.
    private static VpcPeeringConnectionVpcInfo SideOf(PeeringSide side, Code state)
    {
        var known = state is Code.Active or Code.Provisioning;
        return new()
        {
            OwnerId = side.OwnerId,
            Region = side.Region,
            VpcId = side.VpcId.Value,
            CidrBlock = side.Cidrs.IsEmpty ? null : side.Cidrs[0].ToString(),
            CidrBlockSet = known ? [.. side.Cidrs.Select(c => new CidrBlock { CidrBlockValue = c.ToString() })] : null,
            Ipv6CidrBlockSet =
                known ? [.. side.Ipv6Cidrs.Select(c => new Ipv6CidrBlock { Ipv6CidrBlockValue = c.ToString() })] : null,
            PeeringOptions = known ? OptionsOf(side) : null,
        };
    }

    private static VpcPeeringConnectionOptionsDescription OptionsOf(PeeringSide side) => new()
    {
        AllowDnsResolutionFromRemoteVpc = side.AllowDnsResolutionFromRemoteVpc,
        AllowEgressFromLocalClassicLinkToRemoteVpc = false,
        AllowEgressFromLocalVpcToRemoteClassicLink = false,
    };
}
