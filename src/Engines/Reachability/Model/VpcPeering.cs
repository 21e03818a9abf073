namespace Orrery.Engines.Reachability.Model;

/// <summary>A peering connection between two VPCs, of any accounts and regions. It belongs to both of them.</summary>
/// <param name="Id">The resource id.</param>
/// <param name="RequesterVpcId">The VPC that asked.</param>
/// <param name="AccepterVpcId">The VPC that was asked.</param>
public sealed record VpcPeering(string Id, string RequesterVpcId, string AccepterVpcId) : Element(Id)
{
    /// <summary>Its state.</summary>
    public VpcPeeringState State { get; init; }

    /// <summary>The VPC on the other side of one, or null where that one is not a side.</summary>
    public string? PeerOf(string vpcId) =>
        vpcId == RequesterVpcId ? AccepterVpcId : vpcId == AccepterVpcId ? RequesterVpcId : null;
}
