namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// The ports of a rule as AWS writes them: for TCP and UDP the first and last destination port, for ICMP the type and
/// the code; -1 stands for any. Other protocols have none.
/// </summary>
/// <param name="From">The first port, or the ICMP type.</param>
/// <param name="To">The last port, or the ICMP code.</param>
public readonly record struct PortRange(int From, int To)
{
    /// <summary>All ports, or all ICMP types and codes.</summary>
    public static PortRange All => new(-1, -1);

    /// <summary>A single port.</summary>
    public static PortRange Only(int port) => new(port, port);

    /// <summary>The ports as text, for example <c>443</c>, <c>1024-65535</c> or <c>all ports</c>.</summary>
    public override string ToString() =>
        From < 0 ? "all ports" : From == To ? $"{From}" : $"{From}-{To}";
}
