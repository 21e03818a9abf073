namespace Orrery.Kernel.State;

/// <summary>An entry in which two maps differ: the default value stands for none.</summary>
internal readonly record struct MapDifference<TKey, TValue>(TKey Key, TValue? Before, TValue? After);
