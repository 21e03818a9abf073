namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>What an instance is made from.</summary>
/// <param name="Template">The id of its launch template.</param>
/// <param name="Version">The version of it.</param>
/// <param name="Type">Its type.</param>
public sealed record InstanceMake(string Template, string Version, string Type);
