namespace Orrery.Host.Admin.Shapes;

/// <summary>Something that gets through, both ways.</summary>
/// <param name="Sources">Who can begin.</param>
/// <param name="Destinations">Who is reached.</param>
/// <param name="Packets">Protocols, ports and addresses, a line each.</param>
/// <param name="Witness">One flow of them, traced.</param>
public sealed record ReachFindingView(
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Destinations,
    IReadOnlyList<string> Packets,
    TraceView Witness);
