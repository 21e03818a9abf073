namespace Orrery.Kernel;

/// <summary>Another process has a world open: it would go on in a file that is gone.</summary>
public sealed class WorldInUseException(string name) : Exception($"Another process has the world '{name}' open.");
