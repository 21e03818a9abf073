using Orrery.Contracts.Loads;

namespace Orrery.Host.Simulating;

/// <summary>What is simulated.</summary>
/// <param name="Groups">The groups to follow.</param>
/// <param name="Loads">The loads; one without targets is for each of the groups.</param>
/// <param name="Length">How long.</param>
/// <param name="Step">How often to look.</param>
internal sealed record SimulationPlan(
    IReadOnlyList<string> Groups, IReadOnlyList<LoadDeclaration> Loads, TimeSpan Length, TimeSpan Step)
{
    /// <summary>A zone that is lost on the way; null for none.</summary>
    public LostZone? Lost { get; init; }

    /// <summary>The loads, each with targets.</summary>
    public IReadOnlyList<LoadDeclaration> AimedLoads =>
    [
        .. Loads.SelectMany(load => load.Targets is { Count: > 0 }
            ? [load]
            : Groups.Select(group => load with { Name = $"{load.Name}.{group}", Targets = [new(Group: group)] })),
    ];
}
