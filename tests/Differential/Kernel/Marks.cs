using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// What AWS knows of a packet and the kernel does not: that it came through an appliance, or by peering from which VPC.
/// The packet carries it as its DSCP, the only mark that outlives a change of namespace.
/// </summary>
internal sealed class Marks(NaiveRules rules)
{
    /// <summary>The mark of packets that came through an appliance.</summary>
    public const int Appliance = 63;

    private readonly List<string> _vpcs = [.. rules.All<Vpc>().Select(vpc => vpc.Id)];

    /// <summary>The mark of packets that crossed a peering connection from a VPC.</summary>
    public int Of(string vpcId) => 1 + _vpcs.IndexOf(vpcId);
}
