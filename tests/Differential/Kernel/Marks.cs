using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// What AWS knows of a packet and the kernel does not: from which VPC it came by peering or transit gateway, and that
/// it came through an appliance. The packet carries it as its DSCP, the only mark that outlives a change of namespace:
/// the VPC's number (0: none or unknown), 16 for a transit gateway, 32 for an appliance.
/// </summary>
internal sealed class Marks(NaiveRules rules)
{
    /// <summary>Packets whose sender is known: no appliance, and no silent transit gateway.</summary>
    public const string Known = "!= { 16, 32-63 }";

    /// <summary>Packets that a transit gateway brought.</summary>
    public const string Transit = "{ 16-31, 48-63 }";

    /// <summary>The mark of packets that a transit gateway brought without telling from where.</summary>
    public const int Silent = 16;

    private const int ThroughAppliance = 32;
    private static readonly string[] Families = ["ip", "ip6"];
    private readonly List<string> _vpcs = [.. rules.All<Vpc>().Select(vpc => vpc.Id)];

    /// <summary>The mark of packets that crossed a peering connection from a VPC.</summary>
    public int OfPeer(string vpcId) => 1 + _vpcs.IndexOf(vpcId);

    /// <summary>The mark of packets that a transit gateway brought from a VPC.</summary>
    public int OfTransit(string vpcId) => Silent + OfPeer(vpcId);

    /// <summary>Packets that came from a VPC by either way.</summary>
    public string From(string vpcId) => $"{{ {OfPeer(vpcId)}, {OfTransit(vpcId)} }}";

    /// <summary>The rules that mark what comes by a device.</summary>
    public static IEnumerable<string> Entering(string device, int mark) => Families.SelectMany(family => new[]
    {
        $"iifname {device} {family} dscp 0-31 {family} dscp set {mark}",
        $"iifname {device} {family} dscp 32-63 {family} dscp set {ThroughAppliance + mark}",
    });

    /// <summary>The rules that mark what passes an appliance.</summary>
    public IEnumerable<string> Passing() =>
        from family in Families
        from mark in Enumerable.Range(0, 1 + _vpcs.Count).SelectMany(vpc => new[] { vpc, Silent + vpc })
        select $"{family} dscp {mark} {family} dscp set {ThroughAppliance + mark}";
}
