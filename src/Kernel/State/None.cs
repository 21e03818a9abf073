namespace Orrery.Kernel.State;

/// <summary>The value of maps that are sets.</summary>
internal readonly record struct None;
