namespace Orrery.Kernel;

/// <summary>There is no world of that name.</summary>
public sealed class UnknownWorldException(string name) : Exception($"There is no world named '{name}'.");
