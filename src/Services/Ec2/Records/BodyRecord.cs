using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>What was last reported of the process that is the body of an instance.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Boot">For which of its boots.</param>
/// <param name="State">What became of it.</param>
/// <param name="Port">The port that it was told to listen on, if it listens.</param>
/// <param name="ExitCode">With what it ended; null while it has not.</param>
/// <param name="Why">Why it was refused, as a sentence; null where it was not.</param>
/// <param name="At">When that was, in virtual time.</param>
public sealed record BodyRecord(
    InstanceId Id, int Boot, BodyState State, int? Port, int? ExitCode, string? Why, DateTimeOffset At);
