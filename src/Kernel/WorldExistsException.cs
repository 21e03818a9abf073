namespace Orrery.Kernel;

/// <summary>There is a world of that name already.</summary>
public sealed class WorldExistsException(string name) : Exception($"There is a world named '{name}' already.");
