namespace Orrery.Contracts.Loads;

/// <summary>An instance in a list.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="State">For example running.</param>
/// <param name="Type">Its type.</param>
/// <param name="Load">Its present minute; null where it does not run.</param>
public sealed record InstanceStanding(string InstanceId, string State, string Type, InstanceLoad? Load);
