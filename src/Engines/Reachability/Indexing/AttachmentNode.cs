using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A VPC's attachment to a transit gateway with its subnets at hand: one a zone that it reaches.</summary>
internal sealed class AttachmentNode(TransitGatewayAttachment attachment, VpcIndex vpc, SubnetNode[] subnets)
{
    public VpcIndex Vpc { get; } = vpc;

    public TransitGatewayAttachment Element { get; } = attachment;

    public string Id => Element.Id;

    /// <summary>Its subnets in the order in which the attachment lists them.</summary>
    public SubnetNode[] Subnets { get; } = subnets;

    /// <summary>Its subnet in a zone; null where it does not reach that zone.</summary>
    public SubnetNode? In(string zone)
    {
        foreach (var subnet in Subnets)
            if (subnet.Element.Zone == zone)
                return subnet;
        return null;
    }
}
