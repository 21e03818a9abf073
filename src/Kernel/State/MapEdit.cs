namespace Orrery.Kernel.State;

/// <summary>What becomes of one key of a map.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">Its value from now on.</param>
/// <param name="IsRemoval">Whether the key goes instead.</param>
internal readonly record struct MapEdit<TKey, TValue>(TKey Key, TValue Value, bool IsRemoval);
