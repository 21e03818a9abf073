namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>What a group has while instances are replaced.</summary>
/// <param name="Desired">What it desires.</param>
/// <param name="Ready">What is in service, healthy and warmed up, old and new.</param>
/// <param name="Warming">What is being launched or warms up.</param>
/// <param name="Old">Of what is ready: what is to be replaced and may be.</param>
/// <param name="Unready">What is to be replaced and is of no use any more, such as unhealthy instances.</param>
/// <param name="Allowed">How many may begin to be replaced now; a checkpoint may lie ahead.</param>
public readonly record struct ReplacementFacts(
    int Desired, int Ready, int Warming, int Old, int Unready = 0, int Allowed = int.MaxValue);
