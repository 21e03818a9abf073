namespace Orrery.Contracts.Instances;

/// <summary>An instance as a model for others.</summary>
/// <param name="Parameters">What it was launched with, without its volumes: those of its image come again.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Runs">Whether it runs.</param>
/// <param name="Tags">Its tags, without those of AWS.</param>
public sealed record InstanceLikeness(
    SupplyParameters Parameters, SupplyPlace Place, bool Runs, IReadOnlyDictionary<string, string> Tags);
