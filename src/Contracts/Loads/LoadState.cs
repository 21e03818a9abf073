namespace Orrery.Contracts.Loads;

/// <summary>A load and how it stands now.</summary>
/// <param name="Load">The load.</param>
/// <param name="Running">Among how many instances it is divided.</param>
/// <param name="Requests">Requests a second.</param>
/// <param name="Errors">Failing requests a second.</param>
/// <param name="Latency">Seconds that a request takes, on average.</param>
public sealed record LoadState(
    LoadDeclaration Load, int Running, double Requests, double Errors, double Latency);
