namespace Orrery.Host.Admin.Shapes;

/// <summary>What became of groups on a fork of the world.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="Step">How many seconds lie between two points.</param>
/// <param name="Lost">The while in which a zone was lost, in words; null for none.</param>
/// <param name="Groups">The groups, in the order asked for.</param>
public sealed record SimulationView(
    DateTimeOffset From, DateTimeOffset To, int Step, string? Lost, IReadOnlyList<SimulatedGroup> Groups);
