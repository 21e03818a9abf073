namespace Orrery.Services.Ec2.Records;

/// <summary>Why an instance is in its state.</summary>
/// <param name="Code">For example Client.UserInitiatedShutdown.</param>
/// <param name="Message">The code and a sentence.</param>
public sealed record InstanceStateReasonRecord(string Code, string Message);
