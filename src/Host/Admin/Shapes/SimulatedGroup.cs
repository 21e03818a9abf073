namespace Orrery.Host.Admin.Shapes;

/// <summary>What became of a group.</summary>
/// <param name="Name">The group.</param>
/// <param name="Policies">Its policies and scheduled actions, each in a few words.</param>
/// <param name="Points">What it did, step by step.</param>
/// <param name="Total">All of it in figures.</param>
public sealed record SimulatedGroup(
    string Name, IReadOnlyList<string> Policies, IReadOnlyList<SimulationPoint> Points, SimulationTotal Total);
