using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>A VPC. Its route tables have a local route for each of its blocks, listed or not.</summary>
public sealed record Vpc : Element
{
    /// <summary>A VPC, which is its own <see cref="Element.VpcId"/>.</summary>
    /// <param name="id">The resource id.</param>
    /// <param name="cidrs">All associated blocks, IPv4 (primary first) and IPv6.</param>
    public Vpc(string id, params IReadOnlyList<Cidr> cidrs)
        : base(id)
    {
        VpcId = id;
        Cidrs = cidrs;
    }

    /// <summary>All associated blocks, IPv4 and IPv6.</summary>
    public IReadOnlyList<Cidr> Cidrs { get; init; }

    /// <summary>The route table of the subnets that have none of their own.</summary>
    public string? MainRouteTableId { get; init; }

    /// <summary>Whether its resolver answers.</summary>
    public bool DnsSupport { get; init; } = true;
}
