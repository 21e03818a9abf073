namespace Orrery.Engines.Scaling.Termination;

/// <summary>What an instance was launched from.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Age">Tells older from newer of a kind: a version, or when it was made; less is older.</param>
public readonly record struct LaunchSource(LaunchSourceKind Kind, long Age);
