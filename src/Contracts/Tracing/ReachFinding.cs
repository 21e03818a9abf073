namespace Orrery.Contracts.Tracing;

/// <summary>Something that gets through, both ways.</summary>
/// <param name="Sources">Who can begin: ids of interfaces or of a place, or <c>internet</c>.</param>
/// <param name="Destinations">Who is reached.</param>
/// <param name="Packets">Protocols, ports and addresses, a line each.</param>
/// <param name="Witness">One flow of them, traced.</param>
public sealed record ReachFinding(
    IReadOnlyList<string> Sources, IReadOnlyList<string> Destinations, IReadOnlyList<string> Packets,
    TraceAnswer Witness);
