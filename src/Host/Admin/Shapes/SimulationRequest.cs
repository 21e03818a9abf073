using Orrery.Contracts.Loads;

namespace Orrery.Host.Admin.Shapes;

/// <summary>What is to be tried on a fork of the world.</summary>
/// <param name="Groups">The Auto Scaling groups to follow.</param>
/// <param name="Loads">The loads; one without targets is for each of the groups.</param>
/// <param name="For">How long: <c>7d</c>.</param>
/// <param name="Every">How often to look: <c>5m</c>.</param>
/// <param name="FailZone">A zone that is lost; none given: none is.</param>
/// <param name="FailAfter">How long after the beginning that is.</param>
/// <param name="FailFor">How long it lasts.</param>
public sealed record SimulationRequest(
    IReadOnlyList<string>? Groups = null, IReadOnlyList<LoadDeclaration>? Loads = null, string? For = null,
    string? Every = null, string? FailZone = null, string? FailAfter = null, string? FailFor = null);
