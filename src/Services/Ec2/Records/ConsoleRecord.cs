using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>The end of what an instance wrote to its console.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Text">The text, at most 65,536 characters.</param>
/// <param name="At">When the last of it came.</param>
public sealed record ConsoleRecord(InstanceId Id, string Text, DateTimeOffset At);
