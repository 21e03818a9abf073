namespace Orrery.Contracts.Instances;

/// <summary>The end of what an instance wrote to its console.</summary>
/// <param name="Text">At most the last 65,536 characters.</param>
/// <param name="At">When the last of it came.</param>
public sealed record ConsoleText(string Text, DateTimeOffset At);
